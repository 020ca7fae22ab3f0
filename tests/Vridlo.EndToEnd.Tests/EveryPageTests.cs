using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Vridlo.EndToEnd.Tests;

public sealed class EveryPageTests(Browser browser)
{
    [Fact, Trait("Runs", "in-full")]
    public async Task Everybody_can_read_it_and_nothing_sticks_out_sideways() => await Each(View.Desktop, async (_, opened) => await EveryLook.Of(opened));

    [Fact, Trait("Runs", "in-full")]
    public async Task There_is_something_to_read_without_scripts() => await Each(View.Desktop with { Scripts = false }, async (_, opened) =>
        string.IsNullOrWhiteSpace(await opened.Page.InnerTextAsync("main")) ? ["nothing to read without scripts"] : []);

    [Fact, Trait("Runs", "in-full")]
    public async Task It_prints_without_what_paper_cannot_use() => await Each(View.Desktop, async (_, opened) =>
    {
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var shown = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav, form[role=search], [role=search]')].filter(e => e.checkVisibility() && !e.closest('main')).map(e => e.outerHTML.slice(0, 120))");
        return shown.Concat((await opened.Page.PdfAsync()).Length > 1000 ? [] : ["no paper"]);
    });

    /// <summary>What keeps somebody from using a page, as axe finds it.</summary>
    /// <param name="opened">the page</param>
    internal static async Task<IEnumerable<string>> Barriers(Opened opened)
    {
        if (!await opened.Page.EvaluateAsync<bool>("'axe' in window"))
        {
            await opened.Page.EvaluateAsync(Axe);
        }

        return await opened.Page.EvaluateAsync<string[]>(FoundByAxe);
    }

    /// <summary>
    /// Browsers let a page be scrolled sideways as far as its widest content; what scrolls inside its own box does not count. Fields and
    /// buttons must not lie beyond the edge of the window either, where a box hides what is too wide for it.
    /// </summary>
    internal static async Task<IEnumerable<string>> TooWide(Opened opened)
    {
        var wide = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        string[] cut = await opened.Page.EvaluateAsync<string[]>(CutOff);
        return [.. wide > 0 ? [$"{wide} px too wide: {await opened.Page.EvaluateAsync<string>(Widest)}"] : Array.Empty<string>(), .. cut.Select(c => $"cut off: {c}")];
    }

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Only what is read of it leaves the page: the whole report of a long page is tens of megabytes.
    private const string FoundByAxe = """
        async () => (await axe.run(document, {
            resultTypes: ['violations'], preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          })).violations
          .filter(v => ['moderate', 'serious', 'critical'].includes(v.impact))
          .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.impact} ${v.id}: ${n.html.slice(0, 160)}`))
        """;

    private const string Widest = """
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('svg, thead'))
          .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false; return true; })
          .slice(-3).map(e => e.outerHTML.slice(0, 120)).join(' | ')
        """;

    private const string CutOff = """
        [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button')]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return false; return true; })
          .slice(0, 3).map(e => e.outerHTML.slice(0, 120))
        """;

    private async Task Each(View view, Func<string, Opened, Task<IEnumerable<string>>> look)
    {
        var faults = new List<string>();
        var addresses = await Sorts.Of(browser.Site);
        Assert.True(addresses.Count >= 15, $"only {addresses.Count} sorts of pages");
        await using var opened = await browser.Open("/", view);
        foreach (var address in addresses)
        {
            await opened.Go(address);
            faults.AddRange((await look(address, opened)).Select(f => $"{address}: {f}"));
        }

        faults.AddRange(opened.Faults.Where(f => !f.StartsWith("/nikde", StringComparison.Ordinal)));

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)) + $"\n{faults.Count} faults on {addresses.Count} pages");
    }
}
