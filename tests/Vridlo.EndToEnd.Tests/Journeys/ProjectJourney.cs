using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A year of one project: a strategist enters the fund, the project and its money; a citizen finds what it costs and where it stands.</summary>
public sealed class ProjectJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_intent_to_a_reversed_payment(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await using (var strategist = await browser.Works(site, "strateg@example.org", scripts))
        {
            await Fund(strategist);
            await Project(strategist);
            await Money(strategist);
            await Milestones(strategist);
            await Spreadsheet(strategist);
            strategist.NothingWrong();
        }

        await using var citizen = await browser.Reads(site, scripts);
        await Reads(citizen);
        citizen.NothingWrong();
    }

    private static async Task Fund(Walker walker)
    {
        await walker.Follow("Zdroje peněz");
        await walker.Sees("Zatím tu není žádný zdroj.");
        await walker.Look("funds-empty");
        await walker.Follow("Nový zdroj");
        await walker.Type("Označení", "kap-18");
        await walker.Type("Název", "Rozpočet kraje, kapitola 18");
        await walker.ChooseLike("Kdo platí", "kraj");
        await walker.Look("fund-new");
        await walker.Press("Zavést zdroj");
        await walker.SeesHeading("Rozpočet kraje, kapitola 18");
        await walker.Type("Rok", "2026");
        await walker.Type("Částka", "10 mil. Kč");
        await walker.Type("Usnesení", "ZK 1/12/25");
        await walker.Press("Přidat položku");
        await walker.Sees("10 000 000 Kč");
        await walker.Look("fund");
    }

    private static async Task Project(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Look("projects-empty");
        await walker.Follow("Nový projekt");
        await walker.Type("Název", "Lávka a úsek Dasnice – Šabina, cyklostezka Ohře");
        await walker.Type("IČO nositele", "70891169");
        await walker.Type("Název nositele", "Karlovarský kraj");
        await walker.Type("Popis", "Chybějících 5,4 km cyklostezky a nová lávka spojí Kynšperk se Sokolovem mimo silnici.\n\nStaví se ve dvou etapách.");
        await walker.Type("Potřeba", "Cyklisté dnes jedou 4 km po silnici III. třídy.");
        await walker.Type("Kód 1. vazby", "4.2.1");
        await walker.Type("Zahájení", "3/2026");
        await walker.Type("Dokončení", "2Q/2027");
        await walker.ChooseLike("Obec", "Dasnice");
        await walker.Press("Zapsat projekt");
        await walker.Sees("IČO 70891169 nesouhlasí s kontrolní číslicí");
        await walker.Look("project-refused");
        await walker.Type("IČO nositele", "70891168");
        await walker.Press("Zapsat projekt");
        await walker.SeesHeading("Lávka a úsek Dasnice");
        await walker.Look("project-work-new");
        await walker.Follow("Změnit stav");
        await walker.ChooseLike("Nový stav", "v realizaci");
        await walker.Type("Důvod změny", "podepsaná smlouva o dílo");
        await walker.Look("project-stage");
        await walker.Press("Zapsat změnu stavu");
        await walker.Sees("podepsaná smlouva o dílo");
    }

    private static async Task Money(Walker walker)
    {
        await walker.Main.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Peníze", Exact = true }).ClickAsync();
        await walker.Main.Locator("#f-fund-0").SelectOptionAsync("kap-18");
        await walker.Main.Locator("#f-year-0").FillAsync("2026");
        await walker.Main.Locator("#f-sum-0").FillAsync("8 000 000,50");
        await walker.Press("Uložit plán");
        await Sum(walker, "zavázáno", "10 000 000,01");
        await walker.Sees("Ze zdroje kap-18 je na rok 2026 volných 10 000 000 Kč");
        await walker.Look("project-money-refused");
        await Sum(walker, "zavázáno", "7 mil.");
        await Sum(walker, "vyplaceno", "2 500 000");
        await walker.Look("project-money");
        await walker.Main.Locator("a[href$=storno], a[href$=storno]").First.ClickAsync();
        await walker.Type("Proč se stornuje", "patří jinému projektu");
        await walker.Look("project-reverse");
        await walker.Press("Stornovat");
        await walker.Sees("stornováno");
    }

    private static async Task Sum(Walker walker, string kind, string sum)
    {
        await walker.ChooseLike("Druh", kind);
        await walker.Main.Locator("#f-fund").SelectOptionAsync("kap-18");
        await walker.Main.Locator("#f-year").FillAsync("2026");
        await walker.Main.Locator("#f-amount").FillAsync(sum);
        await walker.Type("Doklad", "SML/12/2026");
        await walker.Press("Zapsat");
        await walker.Page.WaitForLoadStateAsync();
    }

    private static async Task Milestones(Walker walker)
    {
        await walker.Follow("Lávka a úsek Dasnice – Šabina, cyklostezka Ohře");
        await walker.Follow("Upravit milníky");
        await walker.Look("milestones-empty");
        await walker.Main.Locator("#f-title-0").FillAsync("Stavební povolení");
        await walker.Main.Locator("#f-day-0").FillAsync("1Q/2026");
        await walker.Main.Locator("#f-title-1").FillAsync("Otevření lávky");
        await walker.Main.Locator("#f-day-1").FillAsync("jaro 2025");
        await walker.Main.Locator("#f-after-1").FillAsync("1");
        await walker.Press("Uložit");
        await walker.Sees("Milník čeká na milník 1");
        await walker.Look("milestones-refused");
        await walker.Main.Locator("#f-day-1").FillAsync("jaro 2027");
        await walker.Press("Uložit");
        await walker.Sees("po termínu");
        await walker.Follow("Upravit výstupy a výsledky");
        await walker.Main.Locator("#f-indicator-0").FillAsync("Délka nové cyklostezky");
        await walker.Main.Locator("#f-unit-0").FillAsync("km");
        await walker.Main.Locator("#f-target-0").FillAsync("5,4");
        await walker.Press("Uložit");
        await walker.Sees("Délka nové cyklostezky");
        await walker.Look("project-work");
    }

    private static async Task Spreadsheet(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Follow("Načíst z tabulky");
        await walker.Look("sheet-upload");
        await walker.Field("Tabulka (.xlsx)").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "zásobník Sokolov.xlsx", MimeType = "application/octet-stream", Buffer = Pool() });
        await walker.Press("Načíst a zobrazit náhled");
        await walker.Sees("1 buňku je třeba opravit");
        await walker.Look("sheet-preview");
        await walker.Main.Locator("input[name='cell-3:3']").FillAsync("3Q/2027");
        await walker.Main.Locator("#f-fund").SelectOptionAsync("kap-18");
        await walker.Press("Uložit a přepočítat náhled");
        await walker.Sees("Přijmout a zapsat");
        await walker.Look("sheet-mended");
        await walker.Press("Přijmout a zapsat");
        await walker.Sees("Zapsáno nových projektů: 2");
        await walker.Look("sheet-accepted");
    }

    private static byte[] Pool() => Book.Of(
    [
        ["Název projektu", "IČO žadatele", "Žadatel", "Zahájení", "Dokončení", "Náklady 2027 (tis. Kč)", "Aktivita PRKK"],
        ["Zateplení základní školy Běžecká", "00259586", "Město Sokolov", "jaro 2026", "4Q/2026", 12_500d, "1.1.1"],
        ["Revitalizace parku u zámku", "00259586", "Město Sokolov", "1. 1. 20226", "2028", "4,2 mil. Kč", "4.2.1 (60 %); 12.4 (40 %)"],
    ]);

    private static async Task Reads(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Look("projects-public");
        await walker.FollowLike("Lávka a úsek Dasnice");
        await walker.Sees("8 000 000,50 Kč");
        await walker.Sees("v realizaci");
        await walker.Look("project-public");
        await walker.Follow("Projekty");
        await walker.Follow("Tabule");
        await walker.Sees("Lávka a úsek Dasnice");
        await walker.Look("projects-board");
        await walker.Follow("Harmonogram");
        await walker.Sees("Lávka a úsek Dasnice");
        await walker.Look("projects-schedule");
        await walker.Follow("Peníze");
        await walker.Sees("Plánuje se 24 700 000,50 Kč");
        await walker.Look("money");
        await walker.Follow("Zdroje peněz");
        await walker.FollowLike("Rozpočet kraje");
        await walker.Sees("3 000 000 Kč");
        await walker.Look("fund-public");
        await walker.Follow("Kniha peněz");
        await walker.Sees("SML/12/2026");
        await walker.Look("entries");
        await walker.Follow("Projekty");
        await walker.FollowLike("Lávka a úsek Dasnice");
        await walker.FollowLike("4.2.1");
        await walker.Sees("Lávka a úsek Dasnice");
        await walker.Look("activity");
        await walker.FollowLike("Lávka a úsek Dasnice");
        await walker.Follow("Karlovarský kraj");
        await walker.Sees("Lávka a úsek Dasnice");
        await walker.Look("organisation");
    }
}
