using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A project gets a picture and a contract, euros get a rate, and a citizen sees what was published and where the money goes.</summary>
public sealed class PictureJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_photograph_and_a_rate_to_what_a_citizen_sees(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await using (var strategist = await browser.Works(site, "strateg@example.org", scripts))
        {
            await Money(strategist);
            await Project(strategist);
            await Attach(strategist);
            strategist.NothingWrong();
        }

        await using var citizen = await browser.Reads(site, scripts);
        await Reads(citizen);
        citizen.NothingWrong();
    }

    private static async Task Money(Walker walker)
    {
        await walker.Follow("Zdroje peněz");
        await walker.Follow("Kurzy měn");
        await walker.Look("rates-empty");
        await walker.Type("Platí ode dne", "2026-11-20");
        await walker.Type("Kurz v\u00a0Kč", "24,3355");
        await walker.Type("Kdo kurz vyhlásil", "ČNB");
        await walker.Press("Zapsat kurz");
        await walker.Sees("nejvýš na tři desetinná místa");
        await walker.Look("rates-refused");
        await walker.Type("Kurz v\u00a0Kč", "24,335");
        await walker.Press("Zapsat kurz");
        await walker.Sees("24,335");
        await walker.Look("rates");
        foreach (var (code, title, payer, currency) in new[] { ("kap-18", "Rozpočet kraje, kapitola 18", "kraj", "CZK"), ("interreg", "Interreg Bavorsko–Česko 2021–2027", "Evropská", "EUR") })
        {
            await walker.Follow("Zdroje peněz");
            await walker.Follow("Nový zdroj");
            await walker.Type("Označení", code);
            await walker.Type("Název", title);
            await walker.ChooseLike("Kdo platí", payer);
            await walker.ChooseLike("Měna", currency);
            await walker.Press("Zavést zdroj");
            await walker.SeesHeading(title);
        }
    }

    private static async Task Project(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Follow("Nový projekt");
        await walker.Type("Název", "Lávka přes Ohři u Dasnic");
        await walker.Type("IČO nositele", "70891168");
        await walker.Type("Název nositele", "Karlovarský kraj");
        await walker.Type("Kód 1. vazby", "4.2.1");
        await walker.ChooseLike("Obec", "Dasnice");
        await walker.Press("Zapsat projekt");
        await walker.SeesHeading("Lávka přes Ohři u Dasnic");
        await walker.Follow("Peníze");
        foreach (var (row, fund, year, sum) in new[] { (0, "kap-18", "2024", "12 mil."), (1, "kap-18", "2025", "31 000 000"), (2, "interreg", "2026", "500 000") })
        {
            await walker.Main.Locator($"#f-fund-{row}").SelectOptionAsync(fund);
            await walker.Main.Locator($"#f-year-{row}").FillAsync(year);
            await walker.Main.Locator($"#f-sum-{row}").FillAsync(sum);
        }

        await walker.Press("Uložit plán");
        await walker.Sees("31 000 000 Kč");
        foreach (var (fund, year, sum) in new[] { ("kap-18", "2024", "11 400 000"), ("kap-18", "2025", "24 250 000,50"), ("interreg", "2026", "120 000") })
        {
            await walker.ChooseLike("Druh", "vyplaceno");
            await walker.Main.Locator("#f-fund").SelectOptionAsync(fund);
            await walker.Main.Locator("#f-year").FillAsync(year);
            await walker.Main.Locator("#f-amount").FillAsync(sum);
            await walker.Type("Doklad", "SML/12/2026");
            await walker.Press("Zapsat");
            await walker.Page.WaitForLoadStateAsync();
        }

        await walker.Follow("Lávka přes Ohři u Dasnic");
    }

    private static async Task Attach(Walker walker)
    {
        var picture = await walker.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        await walker.Follow("Přílohy a obrázky");
        await walker.Look("attachments-empty");
        await Send(walker, "skript.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "", isPublic: true);
        await walker.Sees("Soubory tohoto druhu se nepřijímají");
        await walker.Look("attachments-refused");
        await Send(walker, "lavka.jpg", picture, "Vizualizace lávky z levého břehu Ohře, pohled k Dasnicím", isPublic: true);
        await walker.Sees("lavka.jpg");
        await Send(walker, "smlouva o dílo 2026-11.pdf", "%PDF-1.7 smlouva"u8.ToArray(), "Smlouva o dílo", isPublic: true);
        await Send(walker, "znalecky-posudek-neverejny.pdf", "%PDF-1.7 posudek"u8.ToArray(), "", isPublic: false);
        await walker.Sees("znalecky-posudek-neverejny.pdf");
        await walker.Look("attachments");
    }

    private static async Task Send(Walker walker, string name, byte[] content, string caption, bool isPublic)
    {
        await walker.Main.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await walker.Main.Locator("#f-caption").FillAsync(caption);
        await walker.Main.Locator("input[name=public]").SetCheckedAsync(isPublic);
        await walker.Press("Přidat");
        await walker.Page.WaitForLoadStateAsync();
    }

    private static async Task Reads(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.FollowLike("Lávka přes Ohři u Dasnic");
        await walker.Sees("Smlouva o dílo");
        await walker.SeesNot("posudek");
        var picture = walker.Main.GetByAltText("Vizualizace lávky z levého břehu Ohře, pohled k Dasnicím");
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.Equal(480, await picture.EvaluateAsync<int>("p => p.naturalWidth"));
        await walker.Look("project-pictures");
        await walker.Follow("Peníze");
        await walker.Sees("podle kurzu ČNB 24,335 Kč za 1 EUR ze dne 20. 11. 2026");
        await walker.Look("money-full");
        await walker.Main.GetByRole(AriaRole.Link, new() { Name = "24,3", Exact = true }).First.ClickAsync();
        await walker.Sees("24 250 000,50 Kč");
        await walker.Follow("Peníze");
        await walker.Follow("Peníze podle území");
        await walker.Sees("okres Sokolov");
        await walker.Look("territory");
    }
}
