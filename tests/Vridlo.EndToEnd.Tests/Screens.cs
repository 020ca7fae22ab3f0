namespace Vridlo.EndToEnd.Tests;

/// <summary>Pictures of every sort of page for people to look at; runs only when asked for (scripts/screens).</summary>
public sealed class Screens(Browser browser)
{
    [Fact(Explicit = true), Trait("Runs", "when asked for")]
    public async Task Of_every_sort_of_page()
    {
        var folder = Environment.GetEnvironmentVariable("VRIDLO_SCREENS") ?? throw new InvalidOperationException("VRIDLO_SCREENS names the folder; scripts/screens sets it.");
        var (worker, work) = await WorkPages.Of(browser.Site);
        foreach (var address in work.Concat(await Sorts.Of(browser.Site)).Concat(["/hledani?q=lazenstvi", "/hledani?q=qxqx", "/obce/554961"]).Distinct())
        {
            var name = address.Trim('/') is { Length: > 0 } path ? path.Replace('/', '-').Replace('?', '-') : "home";
            foreach (var (size, view) in new[] { ("1440", View.Desktop), ("390", View.Phone) })
            {
                foreach (var dark in new[] { false, true })
                {
                    await using var opened = await browser.Open(address, view with { Dark = dark }, browser.Site.Client.BaseAddress!, work.Contains(address) ? worker : null);
                    await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{size}{(dark ? "-dark" : "")}.png"), FullPage = true });
                }
            }
        }

        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.png"));
    }
}
