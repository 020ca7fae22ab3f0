using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;
using DataValidation = DocumentFormat.OpenXml.Spreadsheet.DataValidation;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>A pool of projects as a municipality sends it, from the file to projects, and the same file a year later.</summary>
public sealed class SheetStory
{
    internal static readonly string[] Merged = ["A1:H1", "D3:E3", "F3:G3"];

    private static object?[][] Pool => Pooled("IROP");

    [Theory, BothEngines]
    public async Task A_pool_is_previewed_mended_accepted_and_does_not_double(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var page = await Sent(strategist, Book.Of(Pool, Merged));
        Assert.Equal(["1 nový projekt", "0 změněných projektů", "0 beze změny", "1 řádek k opravě", "1 jiný řádek"], Figures(page));
        var wrong = page.QuerySelectorAll("section[aria-labelledby=problems] tbody tr").Select(r => Plain(r.TextContent.Trim())).ToList();
        Assert.Equal(2, wrong.Count);
        Assert.Contains(wrong, w => w.StartsWith('6') && w.Contains("B: IČ žadatele", StringComparison.Ordinal) && w.Contains("70891169", StringComparison.Ordinal));
        Assert.Contains(wrong, w => w.Contains("H: Vazba na PRKK", StringComparison.Ordinal) && w.Contains("99.9", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("input[value=accept]"));
        using var problems = await strategist.Get(page.QuerySelector("a[href$='chyby.csv']")!.GetAttribute("href")!);
        Assert.Equal(["6,B,", "6,H,"], (await problems.Content.ReadAsStringAsync()).Split("\r\n").Where(l => l.StartsWith('6')).Select(l => l[..4]));
        Assert.Contains("kap-18", page.QuerySelector("#f-fund")!.TextContent);

        var address = Address(page);
        var mended = await strategist.Done(address, "choices", new() { ["cell-6:1"] = "70891168", ["cell-6:7"] = "12.4", ["fund"] = "kap-18" });
        Assert.Empty(mended.QuerySelectorAll("section[aria-labelledby=problems]"));
        var accepted = await strategist.Done(address, "accept", new() { ["acceptWhy"] = "zásobník obce 2026" });
        Assert.Contains("Zapsáno nových projektů: 2", Plain(accepted.Body!.TextContent));

        var (bridge, school) = await Two(site);
        Assert.Equal(("Lávka přes Ohři", new NodaTime.LocalDate(2026, 7, 1), new NodaTime.LocalDate(2027, 5, 31), Stage.Preparation), (bridge.Title, bridge.Starts!.Value, bridge.Ends!.Value, bridge.Stage));
        Assert.Equal((new NodaTime.LocalDate(2026, 3, 1), new NodaTime.LocalDate(2026, 5, 31), Stage.Intent), (school.Starts!.Value, school.Ends!.Value, school.Stage));
        Assert.Equal(bridge.Bearer, school.Bearer);
        Assert.Equal([(2026, 1_250_000_50L), (2027, 12_500_000_00L)], await Planned(site, bridge));
        Assert.Contains("75 %", Plain((await site.Page($"/projekty/{bridge.Code}")).QuerySelector("aside")!.TextContent));

        // A year later one sum is another.
        var again = await Sent(strategist, Book.Of(Mended(Pooled("IROP")), Merged));
        Assert.Equal(["0 nových projektů", "0 změněných projektů", "2 beze změny", "0 řádků k opravě", "1 jiný řádek"], Figures(again));
        var later = Mended(Pool);
        later[4][6] = 13_000d;
        var changed = await Sent(strategist, Book.Of(later, Merged));
        var chosen = await strategist.Done(Address(changed), "choices", new() { ["fund"] = "kap-18" });
        Assert.Equal(["0 nových projektů", "1 změněný projekt", "1 beze změny", "0 řádků k opravě", "1 jiný řádek"], Figures(chosen));
        await strategist.Done(Address(changed), "accept");
        Assert.Equal([(2026, 1_250_000_50L), (2027, 13_000_000_00L)], await Planned(site, bridge));
        Assert.Equal(2, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task A_wrong_choice_of_columns_or_of_a_sheet_is_said_and_can_be_made_anew(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var address = Address(await Sent(strategist, Book.Of([("Projekty", Mended(Pool), Merged), ("Poznámky", [["Kontakt", "odbor rozvoje"]], [])])));
        var fields = (await strategist.Page(address)).QuerySelectorAll("select[name^=column-]").Cast<IHtmlSelectElement>().ToList();
        var title = fields.Single(f => f.Value == "Title");
        var other = fields.First(f => f != title && f.Value is not ("Title" or "Cost"));
        var (name, before) = (other.Name!, other.Value!);

        var twice = await strategist.Done(address, "choices", new() { [name] = "Title" });
        Assert.Contains("O tomtéž jsou sloupce", Plain(twice.QuerySelector("[role=alert]")!.TextContent));
        Assert.Null(twice.QuerySelector("input[value=accept]"));
        Assert.Equal("Title", ((IHtmlSelectElement)twice.QuerySelector($"select[name={name}]")!).Value);
        Assert.Empty(twice.QuerySelectorAll("section[aria-labelledby=rows]"));

        var undated = await strategist.Done(address, "choices", new() { [name] = "Cost" });
        Assert.Contains("neříká, kterého roku", Plain(undated.QuerySelector("[role=alert]")!.TextContent));
        Assert.NotEmpty(Figures(await strategist.Done(address, "choices", new() { [name] = before })));

        var nothing = await strategist.Done(address, "choices", new() { ["sheet"] = "Poznámky" });
        Assert.Contains("V sešitu není tabulka projektů", Plain(nothing.Body!.TextContent));
        Assert.NotEmpty(Figures(await strategist.Done(address, "choices", new() { ["sheet"] = "Projekty" })));
    }

    [Theory, BothEngines]
    public async Task Our_spreadsheet_edited_and_sent_back_changes_exactly_what_was_edited(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var first = await Sent(strategist, Book.Of(Mended(Pool), Merged));
        await strategist.Done(Address(first), "accept");

        using var answer = await strategist.Get("/prace/projekty/tabulka");
        var cells = Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        var same = await Sent(strategist, Book.Of(cells));
        Assert.Equal(["0 nových projektů", "0 změněných projektů", "2 beze změny", "0 řádků k opravě", "0 jiných řádků"], Figures(same));

        var (title, need) = (Array.IndexOf(cells[0], "Název projektu"), Array.IndexOf(cells[0], "Potřeba"));
        (cells[1][title], cells[2][need]) = ("Lávka přes Ohři v Dasnicích", "=1+1");
        var edited = await Sent(strategist, Book.Of(cells));
        Assert.Equal(["0 nových projektů", "2 změněné projekty", "0 beze změny", "0 řádků k opravě", "0 jiných řádků"], Figures(edited));
        await strategist.Done(Address(edited), "accept");
        var (bridge, school) = await Two(site);
        Assert.Equal(("Lávka přes Ohři v Dasnicích", 2), (bridge.Title, bridge.Version));

        // What looks like a formula is text, and stays text in what we write.
        Assert.Equal("=1+1", school.Need);
        using var written = await strategist.Get("/prace/projekty/tabulka");
        Assert.Equal("=1+1", Workbook.Read(await written.Content.ReadAsByteArrayAsync()).Value![0].Rows[2].Cells[need]);
    }

    [Theory, BothEngines]
    public async Task Plans_of_all_funds_are_in_our_spreadsheet_and_change_with_its_cells(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        await ProjectStory.NewFund(strategist, "irop-5", "100 mil. Kč");
        var first = await Sent(strategist, Book.Of(Mended(Pool), Merged));
        await strategist.Done(Address(first), "choices", new() { ["fund"] = "kap-18" });
        await strategist.Done(Address(first), "accept");
        await strategist.Done("/prace/projekty/P-0002/penize", "plan", new() { ["fund-0"] = "irop-5", ["year-0"] = "2027", ["sum-0"] = "3 000,50", ["fund-1"] = "kap-18", ["year-1"] = "2027", ["sum-1"] = "700" });

        using var answer = await strategist.Get("/prace/projekty/tabulka");
        var cells = Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        Assert.Equal(["Náklady 2026 (kap-18)", "Náklady 2027 (irop-5)", "Náklady 2027 (kap-18)"], cells[0].TakeLast(3));
        Assert.Equal(["1250000,5", "", "12500000"], cells[1].TakeLast(3));
        Assert.Equal(["", "3000,5", "700"], cells[2].TakeLast(3));
        Assert.Equal("2 beze změny", Figures(await Sent(strategist, Book.Of(cells)))[2]);

        // What is taken out of a cell is planned no more; what stands in one is planned.
        (cells[1][^1], cells[1][^2], cells[2][^1]) = ("", "1 mil. Kč", 800d);
        var edited = await Sent(strategist, Book.Of(cells));
        Assert.Equal("2 změněné projekty", Figures(edited)[1]);
        await strategist.Done(Address(edited), "accept");
        var (bridge, school) = await Two(site);
        Assert.Equal([("irop-5", 2027, 1_000_000_00L), ("kap-18", 2026, 1_250_000_50L)], await ByFund(site, bridge));
        Assert.Equal([("irop-5", 2027, 3_000_50L), ("kap-18", 2027, 800_00L)], await ByFund(site, school));
    }

    /// <summary>Two people at once: one edits the downloaded spreadsheet, the other the projects. Nothing of either is lost, and where both wrote the second is told.</summary>
    [Theory, BothEngines]
    public async Task Our_spreadsheet_changes_what_was_edited_in_it_and_not_what_colleagues_changed_meanwhile(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var first = await Sent(strategist, Book.Of(Mended(Pool), Merged));
        await strategist.Done(Address(first), "choices", new() { ["fund"] = "kap-18" });
        await strategist.Done(Address(first), "accept");
        using var answer = await strategist.Get("/prace/projekty/tabulka");
        var cells = Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        int Column(string head) => Array.IndexOf(cells[0], head);
        var (title, need) = (Column("Název projektu"), Column("Potřeba"));

        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["description"] = "Popis od kolegy.", ["need"] = "Potřeba od kolegy." });
        await strategist.Done("/prace/projekty/P-0002/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2027", ["sum-0"] = "700" });
        Assert.Equal("2 beze změny", Figures(await Sent(strategist, Book.Of(cells)))[2]);

        (cells[1][title], cells[1][need], cells[2][^1]) = ("Jiný název", "Potřeba z tabulky.", 800d);
        var edited = await Sent(strategist, Book.Of(cells));
        var told = edited.QuerySelectorAll("section[aria-labelledby=problems] tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains(told, t => t.Contains("V tabulce je „Potřeba z tabulky.“, mezitím ale někdo zapsal „Potřeba od kolegy.“", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("V tabulce je „800“, mezitím ale někdo zapsal „700", StringComparison.Ordinal));

        // What a colleague wrote stands in the field and stays; what is written there instead is meant.
        Assert.Equal("Potřeba od kolegy.", edited.QuerySelector($"[name='cell-2:{need}']")!.GetAttribute("value"));
        await strategist.Done(Address(edited), "choices", new() { [$"cell-2:{need}"] = "Potřeba z tabulky." });
        var preview = await strategist.Page(Address(edited));
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["need"] = "Zase jinak." });
        using var unseen = await strategist.Send(Address(edited), preview, "accept");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, unseen.StatusCode);
        Assert.Contains("Od náhledu se projekty změnily", Plain(Worker.Said(await Worker.Read(unseen))));
        using var seen = await strategist.Send(Address(edited), await Worker.Read(unseen), "accept");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, seen.StatusCode);
        var (bridge, school) = await Two(site);
        Assert.Equal(("Jiný název", "Popis od kolegy.", "Potřeba z tabulky."), (bridge.Title, bridge.Description, bridge.Need));
        Assert.Contains(("kap-18", 2027, 700_00L), await ByFund(site, school));
    }

    [Theory, BothEngines]
    public async Task A_project_under_way_is_loaded_with_the_day_since_when_it_is(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        object?[][] rows = [["Název", "Nositel", "Stav", "Ve stavu od"], ["Most", "Karlovarský kraj", "v realizaci", "3/2024"], ["Lávka", "Karlovarský kraj", "připraven", "1. 1. 2099"]];
        var wrong = await Sent(strategist, Book.Of(rows));
        Assert.Contains("nemůže být v budoucnosti", Plain(Assert.Single(wrong.QuerySelectorAll("section[aria-labelledby=problems] tbody tr")).TextContent));
        rows[2][3] = null;
        await strategist.Done(Address(await Sent(strategist, Book.Of(rows))), "accept");
        var projects = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().OrderBy(p => p.Number).ToListAsync());
        Assert.Equal((Stage.UnderWay, new NodaTime.LocalDate(2024, 3, 1)), (projects[0].Stage, projects[0].StageSince));
        Assert.Equal(Stage.Ready, projects[1].Stage);

        // The day alone is not a change of stage; with another stage it is, and not before the last one.
        rows[1][3] = "4/2024";
        Assert.Contains("jen spolu se stavem", Plain((await Sent(strategist, Book.Of(rows))).QuerySelector("section[aria-labelledby=problems]")!.TextContent));
        (rows[1][2], rows[1][3]) = ("dokončen", "2/2024");
        Assert.Contains("1. 3. 2024", Plain((await Sent(strategist, Book.Of(rows))).QuerySelector("section[aria-labelledby=problems]")!.TextContent));
        rows[1][3] = "30. 6. 2025";
        await strategist.Done(Address(await Sent(strategist, Book.Of(rows))), "accept");
        var page = await site.Page("/projekty/P-0001");
        Assert.Equal(["v realizaci 1. 3. 2024", "dokončen 30. 6. 2025"], page.QuerySelectorAll(".v-track li").Where(l => l.TextContent.Contains('.', StringComparison.Ordinal)).Select(l => Plain($"{l.QuerySelector("b")!.TextContent} {l.LastChild!.TextContent.Trim()}")));
    }

    /// <summary>Whoever changes the stage in our spreadsheet and leaves the day beside it does not date the new stage with the day of the old one.</summary>
    [Theory, BothEngines]
    public async Task A_stage_changed_in_our_spreadsheet_is_there_since_today_unless_another_day_is_said(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        object?[][] rows = [["Název", "Nositel", "Stav", "Ve stavu od"], ["Most", "Karlovarský kraj", "připraven", "3/2024"], ["Lávka", "Karlovarský kraj", "připraven", "3/2024"]];
        await strategist.Done(Address(await Sent(strategist, Book.Of(rows))), "accept");

        using var answer = await strategist.Get("/prace/projekty/tabulka");
        var cells = Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        var (stage, since) = (Array.IndexOf(cells[0], "Stav"), Array.IndexOf(cells[0], "Ve stavu od"));
        (cells[1][stage], cells[2][stage], cells[2][since]) = ("v realizaci", "v realizaci", "1. 9. 2026");
        var preview = await Sent(strategist, Book.Of(cells));
        var told = preview.QuerySelectorAll("section[aria-labelledby=rows] tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Contains(told, t => t.Contains("2024-03-01", StringComparison.Ordinal) && t.Contains("2026-11-23", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("2024-03-01", StringComparison.Ordinal) && t.Contains("2026-09-01", StringComparison.Ordinal));
        await strategist.Done(Address(preview), "accept");
        var days = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().Select(p => new { p.Stage, p.StageSince }).ToListAsync());
        Assert.All(days, d => Assert.Equal(Stage.UnderWay, d.Stage));
        Assert.Equal([new NodaTime.LocalDate(2026, 9, 1), new NodaTime.LocalDate(2026, 11, 23)], days.Select(d => d.StageSince).Order());
    }

    private static Task<List<(string, int, long)>> ByFund(Site site, Project project) => site.Within.In(async unit =>
        (await unit.GetRequiredService<IMoneyLedger>().Postings.Where(p => p.Instrument == project.Id && p.Kind == SumKind.Planned).GroupBy(p => new { p.FundCode, p.Year })
            .Select(g => new { g.Key.FundCode, g.Key.Year, Sum = g.Sum(p => p.Amount) }).ToListAsync()).Where(s => s.Sum != 0).Select(s => (s.FundCode, s.Year, s.Sum)).Order().ToList());

    [Theory, BothEngines]
    public async Task A_template_offers_in_its_columns_the_words_that_are_read_in_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        using var answer = await strategist.Get("/prace/projekty/sablona");
        var file = await answer.Content.ReadAsByteArrayAsync();
        using (var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document).Where(e => e.Path?.XPath is { } at && (at.Contains("dataValidation", StringComparison.Ordinal) || at.Contains("cellXfs", StringComparison.Ordinal) || at.Contains("cols", StringComparison.Ordinal))).Select(e => e.Description));
            var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
            var sheets = Workbook.Read(file).Value!;
            var first = (WorksheetPart)document.WorkbookPart.GetPartById(document.WorkbookPart.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!);
            Assert.All(first.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().SkipLast(4), c => Assert.Equal(49u, formats[(int)c.Style!.Value].NumberFormatId!.Value));
            Assert.Equal(sheets[0].Rows[0].Cells.Length, first.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Count());
            var offered = first.Worksheet.Descendants<DataValidation>().ToDictionary(v => sheets[0].Rows[0].Cells[v.SequenceOfReferences!.InnerText![0] - 'A'], v => Listed(sheets, v.Formula1!.Text));
            Assert.Equal(["záměr", "v přípravě", "připraven", "financován", "v realizaci", "dokončen", "v provozu", "opuštěn"], offered["Stav"]);
            Assert.Equal(4, offered.Count(o => o.Value.SequenceEqual(["nezačato", "rozpracováno", "hotovo", "není třeba"])));
            Assert.Equal(134, Assert.Single(offered, o => o.Value.Contains("Dasnice")).Value.Length);
            Assert.Equal(6, offered.Count);
        }

        var cells = Workbook.Read(file).Value![0].Rows[0].Cells;
        using var nothingYet = await strategist.Get("/prace/projekty/tabulka");
        Assert.Equal(cells, Workbook.Read(await nothingYet.Content.ReadAsByteArrayAsync()).Value![0].Rows[0].Cells);
        var row = cells.Select(c => (object?)(c switch { "Název projektu" => "Most", "Stav" => "financován", _ => null })).ToArray();
        row[Array.IndexOf(cells, "Obec")] = "Dasnice";
        row[Array.IndexOf(cells, "Nositel")] = "Karlovarský kraj";
        Assert.Equal("1 nový projekt", Figures(await Sent(strategist, Book.Of([[.. cells], row])))[0]);
    }

    /// <summary>The texts to which a formula such as 'Stavy'!$A$2:$A$9 refers.</summary>
    private static string[] Listed(IReadOnlyList<Sheet> sheets, string formula)
    {
        var at = Regex.Match(formula, @"^'(.+)'!\$([A-Z])\$(\d+):\$\2\$(\d+)$");
        var (from, to) = (int.Parse(at.Groups[3].Value, CultureInfo.InvariantCulture), int.Parse(at.Groups[4].Value, CultureInfo.InvariantCulture));
        return [.. sheets.Single(s => s.Name == at.Groups[1].Value).Rows.Where(r => r.Number >= from && r.Number <= to).Select(r => Plain(r[at.Groups[2].Value[0] - 'A']))];
    }

    [Theory, BothEngines]
    public async Task It_is_accepted_once_and_only_by_who_may(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var page = await Sent(strategist, Book.Of(Mended(Pool), Merged));
        var form = Worker.Filled(page, "accept", []);
        var both = await Task.WhenAll(strategist.Post(Address(page), new FormUrlEncodedContent(form)), strategist.Post(Address(page), new FormUrlEncodedContent(form)));
        Assert.Equal(2, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().CountAsync()));
        foreach (var answer in both)
        {
            answer.Dispose();
        }

        using var owner = await site.SignedIn(new Grant(Role.Reader));
        using var refused = await owner.Get("/prace/projekty/nacist");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory, BothEngines]
    public async Task One_that_waits_says_until_when_and_can_be_thrown_away(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Ready(site);
        var (first, second) = (Address(await Sent(strategist, Book.Of(Mended(Pool), Merged))), Address(await Sent(strategist, Book.Of(Mended(Pool), Merged))));
        Assert.Contains("do 23. 12. 2026", Plain((await strategist.Page("/prace/projekty/nacist")).QuerySelector("section[aria-labelledby=mine]")!.TextContent));
        var list = await strategist.Done(first, "drop");
        Assert.Single(list.QuerySelectorAll("section[aria-labelledby=mine] li"));
        using var gone = await strategist.Get(first);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        // What was accepted is no longer there to be thrown away: it is known what came of it.
        await strategist.Done(second, "accept");
        var machine = await strategist.Machine(site, ProjectRights.Import);
        var (refused, why) = await machine.Ask(HttpMethod.Delete, "/projects/sheets/" + second.Split('/')[^1]);
        Assert.Equal((HttpStatusCode.Conflict, "projects.sheet.accepted-already"), (refused, why.GetProperty("code").GetString()));
        var third = Address(await Sent(strategist, Book.Of(Mended(Pool), Merged)));
        await machine.Done(HttpMethod.Delete, "/projects/sheets/" + third.Split('/')[^1]);
        using var dropped = await strategist.Get(third);
        Assert.Equal(HttpStatusCode.NotFound, dropped.StatusCode);
        var stranger = await strategist.Machine(site, ProjectRights.Edit);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Ask(HttpMethod.Delete, "/projects/sheets/" + second.Split('/')[^1])).Status);
    }

    /// <summary>Any order of columns, a title above, heads of two rows, numbers and days as people write them, a row of sums.</summary>
    internal static object?[][] Pooled(string source) =>
    [
        [$"Zásobník projektů města, {source}"],
        [],
        ["Název akce", "IČ žadatele", "Žadatel", "Termín realizace", null, "Náklady v tis. Kč", null, "Vazba na PRKK", "Stav"],
        [null, null, null, "od", "do", 2026d, 2027d, null, null],
        ["Lávka přes Ohři", 70891168d, "Karlovarský kraj", "3Q/2026", new DateTime(2027, 5, 31), 1250.0005d, "12,5 mil. Kč", "4.2.1 (75 %); 12.4 (25 %)", "v přípravě"],
        ["Zateplení školy", "70891169", "Karlovarský kraj", "jaro 2026", "jaro 2026", null, "–", "99.9", null],
        ["Celkem", null, null, null, null, new Book.Formula("SUM(F5:F6)", 1250.0005), new Book.Formula("SUM(G5:G6)", 12500), null, null],
    ];

    internal static object?[][] Mended(object?[][] pool)
    {
        (pool[5][1], pool[5][7]) = ("70891168", "12.4");
        return pool;
    }

    internal static async Task<Worker> Ready(Site site)
    {
        var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = "kap-18", ["title"] = "Rozpočet kraje, kap. 18", ["payer"] = "Region", ["currency"] = "Czk" });
        return strategist;
    }

    internal static async Task<IHtmlDocument> Sent(Worker worker, byte[] book)
    {
        using var answer = await worker.Upload("/prace/projekty/nacist", "sheet", "file", "zasobnik.xlsx", book);
        var led = answer.Headers.Location ?? throw new InvalidOperationException(Worker.Said(await Worker.Read(answer)));
        var page = await worker.Page(led.IsAbsoluteUri ? led.PathAndQuery : led.ToString());
        page.Body!.SetAttribute("data-address", led.IsAbsoluteUri ? led.PathAndQuery : led.ToString());
        return page;
    }

    internal static string Address(IHtmlDocument page) => page.Body!.GetAttribute("data-address") ?? throw new InvalidOperationException("It was not sent.");

    internal static List<string> Figures(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".v-stat").Select(f => Plain($"{f.QuerySelector("b")!.TextContent.Trim()} {f.QuerySelector("span")!.TextContent.Trim()}"))];

    private static Task<(Project, Project)> Two(Site site) => site.Within.In(async unit =>
    {
        var all = await unit.GetRequiredService<AppDb>().Set<Project>().AsNoTracking().OrderBy(p => p.Number).ToListAsync();
        return (all[0], all[1]);
    });

    private static Task<List<(int, long)>> Planned(Site site, Project project) => site.Within.In(async unit =>
        (await unit.GetRequiredService<IMoneyLedger>().Postings.Where(p => p.Instrument == project.Id && p.Kind == SumKind.Planned).GroupBy(p => p.Year)
            .Select(g => new { g.Key, Sum = g.Sum(p => p.Amount) }).ToListAsync()).OrderBy(p => p.Key).Select(p => (p.Key, p.Sum)).ToList());

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
