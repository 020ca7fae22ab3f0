using System.Text;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>
/// Accounting of one year: a strategist enters a source, sends a wrong file and a right one, and brings accounting and the ledger to agree;
/// a payment that came with the file is reversed and entered again; a citizen reads what was spent.
/// </summary>
public sealed class AccountingJourney(Browser browser)
{
    private const string Head = "type;paragraph;item;unit;event;amount;date;counterpartyId;counterpartyName;description\n";

    private const string Rows = Head
        + "ROZ;2212;6121;10;4711;12000000.00;;;;\nROZ;6172;5169;20;;850000.00;;;;\nROZ;;4216;10;4711;9000000.00;;;;\n"
        + "KDF;2212;6121;10;4711;1815000.00;2026-03-12;99999994;Stavby mostů, a. s.;Lávka přes Ohři, 1. etapa\nKDF;2212;6121;10;4711;-15000.00;2026-04-02;99999994;Stavby mostů, a. s.;Dobropis k 1. etapě\n"
        + "KDF;6172;5169;20;;210000.00;2026-02-20;70891168;Karlovarský kraj;Služby\nPOK;6172;5169;20;;520.50;2026-01-08;;Jana Nováková;Cestovné\n"
        + ";;4216;10;4711;3500000.00;2026-05-04;;;\n;;8115;;;1000000.00;;;;\n";

    private static readonly string[] Work = ["", "/novy", "/kraj", "/kraj/uprava", "/kraj/soubor", "/kraj/shoda", "/kraj/doklady"];

    private static readonly string[] Public = ["/penize/ucetnictvi", "/penize/ucetnictvi/doklady", "/penize/ucetnictvi/dodavatele", "/penize/ucetnictvi/akce?source=kraj&event=4711"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_file_to_an_agreement_down_to_nothing(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await using (var strategist = await browser.Works(site, "strateg@example.org", scripts))
        {
            await Office(strategist);
            await Files(strategist);
            await Agrees(strategist);
            await Reverses(strategist);
            strategist.NothingWrong();
        }

        await using (var citizen = await browser.Reads(site, scripts))
        {
            await Reads(citizen);
            citizen.NothingWrong();
        }

        if (scripts)
        {
            await EveryLook.FindsNothing(browser, site, "strateg@example.org", Work.Select(p => "/prace/ucetnictvi" + p).Concat(Public));
        }
    }

    private static async Task Office(Walker walker)
    {
        await walker.Follow("Zdroje peněz");
        await walker.Follow("Nový zdroj");
        await walker.Type("Označení", "kap-18");
        await walker.Type("Název", "Rozpočet kraje, kapitola 18");
        await walker.ChooseLike("Kdo platí", "kraj");
        await walker.Press("Zavést zdroj");
        await walker.SeesHeading("Rozpočet kraje, kapitola 18");
        await walker.Follow("Projekty");
        await walker.Follow("Nový projekt");
        await walker.Type("Název", "Lávka přes Ohři u Dasnic");
        await walker.Type("IČO nositele", "70891168");
        await walker.Type("Název nositele", "Karlovarský kraj");
        await walker.Type("Kód 1. vazby", "4.2.1");
        await walker.Press("Zapsat projekt");
        await walker.SeesHeading("Lávka přes Ohři u Dasnic");
        await walker.Follow("Účetnictví");
        await walker.Look("accounting-empty");
        await walker.Follow("Nový zdroj účetnictví");
        await walker.Type("Označení", "kraj");
        await walker.Type("Název", "Účetnictví kraje");
        await walker.Type("IČO organizace", "70891168");
        await walker.ChooseLike("Zdroj peněz, nestanoví-li se jinak", "kap-18");
        await walker.Look("accounting-source-new");
        await walker.Press("Zavést zdroj");
        await walker.SeesHeading("Účetnictví kraje");
    }

    private static async Task Files(Walker walker)
    {
        await Send(walker, "chybny.csv", Head + "KDF;2212;6121;10;4711;1.815.000;2026-13-12;99999994;a;b\nKDF;2212\n");
        await walker.Sees("2026-13-12");
        await walker.Look("accounting-problems");
        await walker.Press("Zahodit soubor");
        await walker.SeesHeading("Účetnictví kraje");
        await Send(walker, "ucto-2026.csv", Rows);
        await walker.Sees("bez projektu");
        await walker.Look("accounting-preview");
        await walker.Press("Přijmout soubor");
        await walker.Sees("ucto-2026.csv");
        await walker.Look("accounting-source");
    }

    private static async Task Send(Walker walker, string name, string content)
    {
        await walker.Follow("Nahrát soubor");
        await walker.Main.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await walker.Main.Locator("#f-year").FillAsync("2026");
        await walker.Main.Locator("#f-asOf").FillAsync("2026-06-30");
        await walker.Look("accounting-upload");
        await walker.Main.Locator("form:has(#f-file) button").ClickAsync();
    }

    private static async Task Agrees(Walker walker)
    {
        await walker.Follow("Shoda s knihou peněz");
        await walker.Sees("Rozdíl je");
        await walker.Look("accounting-differs");
        await Assign(walker, "4711", "project");
        await walker.Sees("zapsáno");
        await Assign(walker, "", "outside");
        await walker.Sees("mimo projekty");
        await walker.Look("accounting-row");
        await walker.Follow("Účetnictví kraje");
        await walker.Look("accounting-source-full");
        await walker.Follow("Shoda s knihou peněz");
        await walker.Sees("souhlasí: 1 800 000 Kč");
        await walker.Look("accounting-agrees");
    }

    /// <summary>Takes back a payment that a file has brought; after the next file the agreement names it, until it is entered again.</summary>
    private static async Task Reverses(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.FollowLike("Lávka přes Ohři u Dasnic");
        await walker.Main.GetByRole(AriaRole.Link, new() { Name = "Peníze", Exact = true }).ClickAsync();
        await walker.Look("accounting-project-paid");
        await walker.Main.Locator("tbody tr").Filter(new() { HasText = "1 815 000" }).First.GetByRole(AriaRole.Link, new() { Name = "Stornovat" }).ClickAsync();
        await walker.Type("Proč se stornuje", "omyl při kontrole");
        await walker.Press("Stornovat");
        await walker.Sees("stornováno");
        await walker.Look("accounting-project-reversed");
        await walker.Follow("Účetnictví");
        await walker.FollowLike("Účetnictví kraje");
        await walker.Follow("Shoda s knihou peněz");
        await walker.Sees("Rozdíl je 1 815 000 Kč");
        await walker.Follow("Účetnictví kraje");
        await Send(walker, "ucto-2026.csv", Rows);
        await walker.Press("Přijmout soubor");
        await walker.Follow("Shoda s knihou peněz");
        await walker.Look("accounting-reversed");
        await walker.FollowLike("zápis někdo stornoval");
        await walker.Main.Locator("tbody a[href*='/doklady/']").First.ClickAsync();
        await walker.Press("Zapsat znovu");
        await walker.Sees("zapsáno");
        await walker.Follow("Účetnictví kraje");
        await walker.Follow("Shoda s knihou peněz");
        await walker.Sees("souhlasí: 1 800 000 Kč");
    }

    /// <summary>Assigns all rows of an event to the project, or all without event to none.</summary>
    private static async Task Assign(Walker walker, string ofEvent, string where)
    {
        await walker.Follow("Účetnictví kraje");
        await walker.Follow("Řádky účetnictví");
        await walker.Look("accounting-rows");
        var rows = walker.Main.Locator("tbody tr").Filter(new() { HasText = "bez projektu" });
        await (ofEvent.Length > 0 ? rows.Filter(new() { HasText = ofEvent }) : rows).First.Locator("a[href*='/doklady/']").First.ClickAsync();
        await walker.Main.Locator("#f-where").SelectOptionAsync(where);
        await walker.Main.Locator("#f-instrument").FillAsync(where == "project" ? "P-0001" : "");
        await walker.Main.Locator("#f-what").SelectOptionAsync("event");
        await walker.Type("Důvod", "tak to je");
        await walker.Press("Přiřadit");
    }

    private static async Task Reads(Walker walker)
    {
        await walker.Follow("Rozpočet a skutečnost");
        await walker.Sees("30. 6. 2026");
        await walker.Sees("3 500 000 Kč");
        await walker.SeesNot("Nováková");
        await walker.Look("accounting-public");
        await walker.Main.Locator("a[href*='/ucetnictvi/doklady']").Last.ClickAsync();
        await walker.Sees("fyzická osoba");
        await walker.Look("accounting-documents");
        await walker.FollowLike("4711");
        await walker.Sees("12 000 000 Kč");
        await walker.Look("accounting-event");
        await walker.Follow("Peníze");
        await walker.Sees("1 800 000 Kč");
        await walker.Follow("Kniha peněz");
        await walker.Sees("\u22121 815 000");
        await walker.Look("accounting-ledger");
    }
}
