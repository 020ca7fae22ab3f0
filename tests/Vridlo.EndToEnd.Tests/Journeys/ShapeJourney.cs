using System.Text;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A cycle path is entered with its track from a phone and with what it brings; a citizen sees where it goes and what the measure gets of it.</summary>
public sealed class ShapeJourney(Browser browser)
{
    private const string Track =
        """<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="50.1390" lon="12.5710"/><trkpt lat="50.1421" lon="12.5820"/><trkpt lat="50.1405" lon="12.5960"/><trkpt lat="50.1460" lon="12.6090"/><trkpt lat="50.1448" lon="12.6240"/></trkseg></trk></gpx>""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_track_to_what_a_citizen_sees(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await using (var strategist = await browser.Works(site, "strateg@example.org", scripts))
        {
            await Enter(strategist);
            await Bring(strategist);
            strategist.NothingWrong();
        }

        await using var citizen = await browser.Reads(site, scripts);
        await citizen.Page.GotoAsync($"{site.Client.BaseAddress}projekty/mapa");
        await citizen.Sees("jednotlivé projekty");
        await citizen.Look("map");
        await citizen.Page.GotoAsync($"{site.Client.BaseAddress}projekty/P-0001");
        await citizen.Sees("čára");
        await citizen.Look("project-with-shape");
        await citizen.Page.GotoAsync($"{site.Client.BaseAddress}programy/prkk-2021/1.2");
        await citizen.Sees("Výsledky projektů");
        await citizen.Look("results-of-measure");
        citizen.NothingWrong();
    }

    private static async Task Enter(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Follow("Nový projekt");
        await walker.Type("Název", "Cyklostezka podél Ohře");
        await walker.Type("IČO nositele", "70891168");
        await walker.Type("Název nositele", "Karlovarský kraj");
        await walker.Type("Kód 1. vazby", "1.2.1");
        await walker.ChooseLike("Obec", "Dasnice");
        await walker.Type("Tvar jako text", "kudy vede");
        await walker.Press("Zapsat projekt");
        await walker.Sees("Tohle není GeoJSON");
        await walker.Look("shape-refused");
        await walker.Main.Locator("#f-shape").FillAsync("");
        await walker.Main.Locator("#f-shapeFile").SetInputFilesAsync(new FilePayload { Name = "trasa.gpx", MimeType = "application/gpx+xml", Buffer = Encoding.UTF8.GetBytes(Track) });
        await walker.Press("Zapsat projekt");
        await walker.SeesHeading("Cyklostezka podél Ohře");
        await walker.Sees("4,1 km, 5 bodů");
        await walker.Look("project-at-work");
        await walker.Follow("Upravit projekt");
        await walker.Sees("Nyní: čára");
        await walker.Look("shape-kept");
        await walker.Follow("Cyklostezka podél Ohře");
    }

    private static async Task Bring(Walker walker)
    {
        await walker.Follow("Upravit výstupy a výsledky");
        await walker.Main.Locator("#f-stated-0").SelectOptionAsync("1.2-brand-value");
        await walker.Main.Locator("#f-unit-0").FillAsync("osob");
        await walker.Main.Locator("#f-target-0").FillAsync("12 000");
        await walker.Main.Locator("#f-indicator-1").FillAsync("Délka nových tras");
        await walker.Main.Locator("#f-unit-1").FillAsync("km");
        await walker.Main.Locator("#f-target-1").FillAsync("4,2");
        await walker.Main.Locator("#f-reached-1").FillAsync("1,5");
        await walker.Look("results-form");
        await walker.Press("Uložit");
        await walker.Sees("Hodnota značky");
    }
}
