using Microsoft.Playwright;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests;

/// <summary>
/// Looks at an open page in both lights and at every width, without opening it anew: opening is what costs, and there are more than
/// a hundred pages. Light goes with the wide layout and dark with the narrow one, so that each of the four is looked at once.
/// </summary>
internal static class EveryLook
{
    private static readonly View[] Views = [View.Desktop, View.Phone with { Dark = true }];

    private static readonly int[] Widths = [320, 390, 768, 1440];

    /// <summary>What a template was meant to say and says as it is written.</summary>
    private const string Code = @"(document.body.innerText.match(/.{0,40}(\.For\(|\bT\.(For|Plain|Kind|Language|Write|Has)\b|\bT\[|(System|Microsoft|Vridlo)\.[A-Z]).{0,40}/g) ?? []).map(t => 'code in the text: ' + t)";

    /// <summary>Fails with all that keeps somebody of the office from using these pages of a site, full of data as they are now.</summary>
    public static async Task FindsNothing(Browser browser, Site site, string mail, params IEnumerable<string> addresses)
    {
        using var worker = await site.SignIn(mail);
        var faults = new List<string>();
        await using var opened = await browser.Open("/prace", View.Desktop, site.Client.BaseAddress!, worker);
        foreach (var address in addresses)
        {
            await opened.Go(address);
            faults.AddRange((await Of(opened)).Select(f => $"{address}: {f}"));
        }

        faults.AddRange(opened.Faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What keeps somebody from reading or using the page, and what sticks out of it sideways.</summary>
    public static async Task<IReadOnlyList<string>> Of(Opened opened)
    {
        var faults = new List<string>();
        foreach (var view in Views)
        {
            await opened.Page.SetViewportSizeAsync(view.Width, view.Height);
            await opened.Page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
            faults.AddRange((await EveryPageTests.Barriers(opened)).Select(f => $"{view.Width} {(view.Dark ? "dark" : "light")}: {f}"));
        }

        foreach (var width in Widths)
        {
            await opened.Page.SetViewportSizeAsync(width, 800);
            faults.AddRange((await EveryPageTests.TooWide(opened)).Select(f => $"{width}: {f}"));
        }

        return [.. faults, .. await opened.Page.EvaluateAsync<string[]>(Code)];
    }
}
