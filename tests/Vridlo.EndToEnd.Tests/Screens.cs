using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Vridlo.EndToEnd.Tests;

/// <summary>Pictures of the main pages for people to look at: VRIDLO_SCREENS names the folder, scripts/screens sets it.</summary>
public sealed class Screens(Browser browser)
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"), ("area", "/programy/prkk-2021/8"), ("measure", "/programy/prkk-2021/8.1"), ("activity", "/programy/prkk-2021/8.1.1"),
        ("coverage", "/pokryti"), ("comparison", "/srovnani"), ("editions", "/vydani"), ("achievements", "/povedlo-se"),
        ("search", "/hledani?q=lazenstvi"), ("document", "/dokument/1"), ("home-en", "/en"), ("measure-de", "/de/programme/prkk-2021/8.1"),
    ];

    [Fact]
    public async Task Are_taken_where_somebody_wants_them()
    {
        if (Environment.GetEnvironmentVariable("VRIDLO_SCREENS") is not { } folder)
        {
            return;
        }

        foreach (var (name, address) in Pages.Concat(await Municipality()))
        {
            foreach (var (size, view) in new[] { ("1440", View.Desktop), ("390", View.Phone) })
            {
                foreach (var dark in new[] { false, true })
                {
                    await using var opened = await browser.Open(address, view with { Dark = dark });
                    await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{size}{(dark ? "-dark" : "")}.png"), FullPage = true });
                }
            }
        }
    }

    private async Task<IEnumerable<(string, string)>> Municipality()
    {
        var home = await browser.Site.Page("/");
        return from link in home.QuerySelectorAll<IHtmlAnchorElement>("a[href*='/obce/'], a[href*='/mista/'], a[href*='/uzemi/']").Take(1)
               select ("municipality", link.GetAttribute("href")!);
    }
}
