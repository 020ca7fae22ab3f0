using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>Somebody at a browser who knows no addresses and finds everything by what is written on it.</summary>
internal sealed class Walker(Opened opened) : IAsyncDisposable
{
    private readonly List<string> barriers = [];

    public IPage Page => opened.Page;

    public ILocator Main => Page.Locator("main");

    /// <summary>What went wrong in the browser; a form that was refused in words is not among it.</summary>
    public IEnumerable<string> Faults => opened.Faults.Where(f => !f.Contains("status of 422", StringComparison.Ordinal) && !f.Contains("status of 409", StringComparison.Ordinal)).Concat(barriers);

    /// <summary>Fails with all that went wrong so far, in full.</summary>
    public void NothingWrong()
    {
        var faults = string.Join('\n', Faults);
        Assert.True(faults.Length == 0, faults);
    }

    /// <summary>What is said right after an act.</summary>
    public ILocator Done => Page.Locator("main .v-ws__done");

    /// <summary>Waits until the script behind an element works: what is done before is lost, as it is for a person.</summary>
    public Task Awaits(string element) => Page.EvaluateAsync("name => customElements.whenDefined(name).then(() => true)", element);

    /// <summary>Follows a link of the page or of what stands around it.</summary>
    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{Literal(link)}\\s*\\d*$") }).First.ClickAsync();

    /// <summary>Follows the first link in whose text this code or these words stand.</summary>
    public Task FollowLike(string part) => Like(part).First.ClickAsync();

    /// <summary>The same, of the way to the page too.</summary>
    public Task FollowLikeAnywhere(string part) => Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Whole(part)) }).First.ClickAsync();

    /// <summary>The links in whose text this code or these words stand.</summary>
    public ILocator Like(string part) => Main.GetByRole(AriaRole.Link, new() { NameRegex = new(Whole(part)) });

    public Task Press(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>The field with this label, whose spaces may be such as no line breaks at; in the named group of fields, or in none.</summary>
    public ILocator Field(string label, string? group = null) =>
        (group is null ? Main : Main.GetByRole(AriaRole.Group, new() { Name = group, Exact = true })).GetByLabel(new Regex($"^\\s*{Literal(label).Replace("\\ ", "\\s", StringComparison.Ordinal)}(\\s*nepovinné)?\\s*$")).And(Page.Locator("input, select, textarea")).First;

    public Task Type(string label, string text, string? group = null) => Field(label, group).FillAsync(text);

    public Task Choose(string label, string choice) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Chooses the option in whose text this stands.</summary>
    public async Task ChooseLike(string label, string part) =>
        await Field(label).SelectOptionAsync(await Field(label).Locator("option", new() { HasText = part }).First.GetAttributeAsync("value") ?? "");

    public Task Tick(string label) => Main.GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }).CheckAsync();

    /// <summary>Saves the file that a link gives.</summary>
    /// <returns>path of the file</returns>
    public async Task<string> Saves(ILocator link, string folder)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        var path = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    /// <summary>The links to a file of this kind, such as <c>docx</c>.</summary>
    public ILocator Files(string kind) => Main.Locator($"a[href$='.{kind}']");

    /// <summary>Searches the public pages.</summary>
    public async Task Searches(string words)
    {
        var field = Page.Locator("header input[type=search]");
        await field.FillAsync(words);
        await field.PressAsync("Enter");
    }

    public Task Sees(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    public Task SeesNot(string text) => Assertions.Expect(Main).Not.ToContainTextAsync(text);

    public Task SeesHeading(string text) => Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(text);

    /// <summary>The page says that this was done, and where the person looks.</summary>
    public async Task IsTold(string done)
    {
        await Assertions.Expect(Done).ToContainTextAsync(done);
        await Assertions.Expect(Done).ToBeInViewportAsync();
    }

    /// <summary>Comes to the start of the workspace by the name of the product at the top.</summary>
    public Task Home() => Page.Locator("header a.v-brand").ClickAsync();

    /// <summary>
    /// Pictures of the page at both widths and in both lights, when VRIDLO_SCREENS names a folder for them; what keeps somebody from using the
    /// page as it stands there is looked for too.
    /// </summary>
    public async Task Look(string name)
    {
        if (Environment.GetEnvironmentVariable("VRIDLO_SCREENS") is not { } folder)
        {
            return;
        }

        if (opened.HasScripts)
        {
            barriers.AddRange((await EveryLook.Of(opened)).Select(f => $"{name}: {f}"));
        }

        foreach (var (view, dark) in new[] { (View.Phone, true), (View.Phone, false), (View.Desktop, true), (View.Desktop, false) })
        {
            await Page.SetViewportSizeAsync(view.Width, view.Height);
            await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"journey-{name}-{view.Width}{(dark ? "-dark" : "")}.png"), FullPage = true });
        }
    }

    public ValueTask DisposeAsync() => opened.DisposeAsync();

    /// <summary>Words or a code that stand whole in a text: 4.2 is not in 4.2.1.</summary>
    private static string Whole(string part) => $"(^|\\s){Literal(part)}(?!\\.?\\d)";

    /// <summary>As it is written in an expression; a slash would end one in the browser.</summary>
    private static string Literal(string text) => Regex.Escape(text).Replace("/", "\\/", StringComparison.Ordinal);
}

/// <summary>How somebody comes to a site.</summary>
internal static class Walkers
{
    /// <summary>Somebody of the office in the workspace, signed in already.</summary>
    public static async Task<Walker> Works(this Browser browser, Site site, string mail, bool scripts)
    {
        using var worker = await site.SignIn(mail);
        return new(await browser.Open("/prace", View.Desktop with { Scripts = scripts }, site.Client.BaseAddress!, worker));
    }

    /// <summary>A citizen on the home page.</summary>
    public static async Task<Walker> Reads(this Browser browser, Site site, bool scripts) =>
        new(await browser.Open("/", View.Desktop with { Scripts = scripts }, site.Client.BaseAddress!, null));

    /// <summary>Opens an amendment of the programme that ships.</summary>
    public static async Task OpensDraft(this Walker walker, string title, string code)
    {
        await walker.Follow("Koncepty");
        await walker.Follow("Otevřít koncept");
        await walker.ChooseLike("Program", "Program rozvoje Karlovarského kraje");
        await walker.Type("Název vydání", title);
        await walker.Type("Kód vydání", code);
        await walker.Press("Otevřít změnu");
        await walker.SeesHeading(title);
    }

    /// <summary>Makes a draft of a document that nobody knows yet.</summary>
    public static async Task Imports(this Walker walker, string document)
    {
        await walker.Follow("Koncepty");
        await walker.Look("drafts-empty");
        await walker.Follow("Import dokumentu");
        await walker.Look("import");
        await walker.Field("Dokument").SetInputFilesAsync(document);
        await walker.Type("Kód programu", "luzanka-2027");
        await walker.Type("Název vydání", "Strategie 2027");
        await walker.Type("Kód vydání", "2027");
        await walker.Press("Nahrát a přečíst");
        await walker.SeesHeading("Strategie 2027");
    }

    /// <summary>Opens an area of the outline and follows a part of it.</summary>
    public static async Task GoesToNode(this Walker walker, string area, string code)
    {
        await walker.Item(area).Locator("> details > summary").ClickAsync();
        await walker.FollowLike(code);
    }

    /// <summary>What stands in the outline under this code.</summary>
    public static ILocator Item(this Walker walker, string code) =>
        walker.Main.Locator("li[data-node]").Filter(new() { Has = walker.Page.Locator($":scope > .v-outline__row .v-code:text-is('{code}')") });

    /// <summary>From anywhere in the workspace to a draft.</summary>
    public static async Task GoesToDraft(this Walker walker, string title)
    {
        await walker.Follow("Koncepty");
        await walker.Follow(title);
    }
}
