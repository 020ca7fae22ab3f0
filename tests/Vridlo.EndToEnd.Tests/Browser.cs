using Microsoft.Playwright;
using Vridlo.Testing;

[assembly: AssemblyFixture(typeof(Vridlo.EndToEnd.Tests.Browser))]

// A browser draws with the processor here: two pages at once only make each other late.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Vridlo.EndToEnd.Tests;

/// <summary>Debian's Chromium and one server with what the first start loads, for all tests of the project.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    // Chromium's own sandbox needs rights that containers and root do not have; the pages are ours. It need not call home either.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private Site? site;

    public Site Site => site!;

    /// <summary>A page of the site as a reader sees it, and what went wrong in the browser.</summary>
    public Task<Opened> Open(string address, View view) => Open(address, view, Site.Client.BaseAddress!, null);

    /// <summary>A page as the person sees it who is signed in, or nobody; at another site than the common one when it is given.</summary>
    public async Task<Opened> Open(string address, View view, Uri site, Worker? worker)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = view.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "cs-CZ",
        });
        await context.AddCookiesAsync((worker?.Cookies.GetCookies(site) ?? []).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.ToString() }));
        context.SetDefaultTimeout(60_000);
        var opened = new Opened(context, await context.NewPageAsync()) { HasScripts = view.Scripts };
        await opened.Go(address);
        return opened;
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            Assert.Skip($"no {Chromium}: install Debian's package chromium, or use ./test");
        }

        site = await Site.Shipped(Engine.Sqlite);
        await using (var commands = site.Commands())
        {
            Assert.True((await commands.Enter(Package.Later())).Ok);
        }

        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }
}

/// <summary>How a reader looks at a page.</summary>
public sealed record View(int Width, int Height, bool Dark = false, bool Scripts = true)
{
    public static View Desktop { get; } = new(1440, 900);

    public static View Phone { get; } = new(390, 844);
}

/// <summary>An open page; closes its own context.</summary>
public sealed class Opened : IAsyncDisposable
{
    private readonly List<string> faults = [];

    public Opened(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("WebGL", StringComparison.Ordinal) && !message.Text.Contains("GPU", StringComparison.Ordinal))
            {
                Fault(message.Text);
            }
        };
        page.PageError += (_, error) => Fault(error);
    }

    public IBrowserContext Context { get; }

    /// <summary>Whether the reader has scripts on.</summary>
    public bool HasScripts { get; init; }

    public IPage Page { get; }

    /// <summary>What went wrong in the browser so far, each after the path where it did.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Fails with all that went wrong so far, in full.</summary>
    public void NothingWrong() => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>Goes to another address of the same site.</summary>
    public async Task Go(string address)
    {
        var answer = await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        if (answer is not { Ok: true })
        {
            Fault($"{answer?.Status}");
        }
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private void Fault(string what) => faults.Add($"{new Uri(Page.Url).PathAndQuery}: {what}");
}
