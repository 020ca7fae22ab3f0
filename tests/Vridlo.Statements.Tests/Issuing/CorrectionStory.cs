using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Issuing;

/// <summary>A statement with a mistake is corrected by another with a number of its own; the register says so of both.</summary>
public sealed class CorrectionStory
{
    [Theory, BothEngines]
    public async Task A_correction_replaces_what_it_corrects_from_the_day_it_is_issued(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await Issued(site, officer);
        var before = await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx");

        using var bare = await officer.Send("/prace/vyjadreni/S-0001", "correct");
        Assert.Contains("Vyplňte toto pole", Asked.Plain((await Worker.Read(bare)).GetElementById("f-correctWhy-error")!.TextContent));
        var seen = await officer.Page("/prace/vyjadreni/S-0001");
        var opened = await Corrected(officer);
        Assert.Contains("Opravuje vyjádření PRKK/2026/0001: Souhlas byl doložen.", Asked.Plain(opened.QuerySelector(".gov-message[data-color=neutral]")!.TextContent));
        Assert.Contains("S-0002", Asked.Plain((await officer.Page("/prace/vyjadreni/S-0001")).QuerySelector("section[aria-labelledby=correction]")!.TextContent));
        await Told(officer, seen, "correct", "S-0002");
        Assert.Contains("platné", Asked.Plain((await site.Page("/vyjadreni")).QuerySelector("tbody tr")!.TextContent));
        Assert.Contains("Vydat vyjádření k souladu: S-0002", Asked.Plain((await officer.Page("/prace")).QuerySelector("main")!.TextContent));

        await officer.Decide("S-0002", new() { ["outcome"] = "InAccord", ["reasons"] = "Lávka doplňuje páteřní síť." });
        Assert.Contains("Toto vyjádření opravuje a nahrazuje vyjádření PRKK/2026/0001 ze dne 23. 11. 2026.", Asked.Lines(await Bytes(officer, "/prace/vyjadreni/S-0002/dopis.docx")));
        await officer.Issue("S-0002");
        var lines = Asked.Lines(await site.Client.GetByteArrayAsync("/vyjadreni/2026-0002/dopis.docx"));
        Assert.Contains("PRKK/2026/0002", lines);
        Assert.Contains("Toto vyjádření opravuje a nahrazuje vyjádření PRKK/2026/0001 ze dne 23. 11. 2026.", lines);
        Assert.Equal(before, await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx"));
        Assert.DoesNotContain(Asked.Lines(before), l => l.Contains("nahrazuje", StringComparison.Ordinal));
        await BothSaySo(site);
        Assert.Contains("nahrazeno", Asked.Plain((await officer.Page("/prace/vyjadreni?stage=replaced")).QuerySelector("tbody tr")!.TextContent));
        Assert.Contains("Souhlas byl doložen.", Asked.Plain((await site.Letters())[^1]));
        await Told(officer, seen, "withdraw", "které nebylo nahrazeno");

        await officer.Done("/prace/vyjadreni/S-0001", "erase");
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Contact>().CountAsync()));
        Assert.Empty(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task What_was_withdrawn_meanwhile_is_not_replaced_and_what_is_set_aside_leaves_all_as_it_was(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await Issued(site, officer);
        var seen = await officer.Page("/prace/vyjadreni/S-0001");
        await Corrected(officer);
        await officer.Done("/prace/vyjadreni/S-0002", "aside", new() { ["asideWhy"] = "Není co opravovat." });
        Assert.DoesNotContain(await site.Letters(), l => l.Contains("S-0002", StringComparison.Ordinal));
        Assert.Contains("platné", Asked.Plain((await site.Page("/vyjadreni")).QuerySelector("tbody tr")!.TextContent));
        await Corrected(officer, "S-0003");
        await officer.Done("/prace/vyjadreni/S-0001", "withdraw", new() { ["withdrawWhy"] = "Projekt skončil." });
        using var late = await officer.Send("/prace/vyjadreni/S-0003", "issue");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("nebylo odvoláno ani nahrazeno", Asked.Plain(Worker.Said(await Worker.Read(late))));
        await Told(officer, seen, "correct", "nebylo odvoláno ani nahrazeno");
        Assert.Equal(1, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Statement>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task A_template_without_a_place_for_it_says_it_before_all_else_and_a_cell_keeps_its_paragraph(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var sent = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "stara.docx", Changed(await Bytes(officer, "/prace/vyjadreni/sablona/vychozi.docx"), p => p.Remove()));
        await Issued(site, officer);
        await Corrected(officer);
        Assert.StartsWith("Toto vyjádření opravuje a nahrazuje vyjádření PRKK/2026/0001", Asked.Lines(await Bytes(officer, "/prace/vyjadreni/S-0002/dopis.docx"))[0], StringComparison.Ordinal);

        using var cell = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "bunka.docx", Changed(await Bytes(officer, "/prace/vyjadreni/sablona/vychozi.docx"), InCell));
        await site.Ask();
        await officer.Decide("S-0003");
        using var letter = WordprocessingDocument.Open(new MemoryStream(await Bytes(officer, "/prace/vyjadreni/S-0003/dopis.docx")), isEditable: false);
        Assert.Equal("", letter.MainDocumentPart!.Document!.Body!.Elements<Table>().First().Descendants<TableCell>().Single().Elements<Paragraph>().Single().InnerText);
    }

    [Theory, BothEngines]
    public async Task Programs_correct_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await Issued(site, officer);
        var machine = await officer.Machine(site, "statements.decide");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/statements/applications/S-0001/correction", new { version = 3, why = "" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Post("/statements/applications/S-0001/correction", new { version = 2, why = "Omyl." })).Status);
        var (made, correction) = await machine.Post("/statements/applications/S-0001/correction", new { version = 3, why = "Omyl." });
        Assert.Equal((HttpStatusCode.Created, "S-0002", "2026-12-23", 1), (made, correction.GetProperty("code").GetString(), correction.GetProperty("due").GetString(), correction.GetProperty("version").GetInt32()));
        var (again, refused) = await machine.Post("/statements/applications/S-0001/correction", new { version = 4, why = "Omyl." });
        Assert.Equal((HttpStatusCode.Conflict, "statements.correction-open"), (again, refused.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.Created, (await machine.Post("/statements/applications/S-0002/issue", new { version = 1 })).Status);
        var rows = (await new Machine(site, null).Read("/statements")).GetProperty("rows").EnumerateArray().OrderBy(r => r.GetProperty("number").GetString(), StringComparer.Ordinal).ToList();
        Assert.Equal(("replaced", "PRKK/2026/0002"), (rows[0].GetProperty("state").GetString(), rows[0].GetProperty("replacedBy").GetString()));
        Assert.Equal("valid", rows[1].GetProperty("state").GetString());
    }

    private static async Task BothSaySo(Site site)
    {
        var old = await site.Page("/vyjadreni/2026-0001");
        var said = Asked.Plain(old.QuerySelector(".gov-message")!.TextContent);
        Assert.Contains("23. 11. 2026 nahrazeno", said);
        Assert.Contains("Souhlas byl doložen.", said);
        Assert.NotNull(old.QuerySelector(".gov-message a[href='/vyjadreni/2026-0002']"));
        Assert.NotNull((await site.Page("/vyjadreni/2026-0002")).QuerySelector(".v-side a[href='/vyjadreni/2026-0001']"));
        Assert.Equal("PRKK/2026/0001", await Only(site, "replaced"));
        Assert.Equal("PRKK/2026/0002", await Only(site, "valid"));
        Assert.Contains("Nahrazeno", Asked.Plain((await site.Page("/programy/prkk-2021/4.2.1")).QuerySelector("section[aria-labelledby=statements]")!.TextContent));
    }

    private static async Task<string?> Only(Site site, string state) =>
        Assert.Single((await new Machine(site, null).Read($"/statements?state={state}")).GetProperty("rows").EnumerateArray().ToList()).GetProperty("number").GetString();

    private static async Task Issued(Site site, Worker officer)
    {
        await site.Ask();
        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
    }

    /// <returns>the page of the correction</returns>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Corrected(Worker officer, string code = "S-0002")
    {
        using var answer = await officer.Send("/prace/vyjadreni/S-0001", "correct", new() { ["correctWhy"] = "Souhlas byl doložen." });
        Assert.Contains($"/prace/vyjadreni/{code}", answer.Headers.Location?.ToString() ?? Worker.Said(await Worker.Read(answer)));
        return await officer.Page($"/prace/vyjadreni/{code}");
    }

    /// <summary>Whoever sends what an earlier look at the application offered is told why it cannot be.</summary>
    private static async Task Told(Worker officer, AngleSharp.Html.Dom.IHtmlDocument seen, string form, string why)
    {
        using var answer = await officer.Send("/prace/vyjadreni/S-0001", seen, form, new() { [form + "Why"] = "Protože." });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, Asked.Plain(Worker.Said(await Worker.Read(answer))));
    }

    private static void InCell(Paragraph paragraph)
    {
        paragraph.InsertBeforeSelf(new Table(new TableProperties(new TableWidth { Type = TableWidthUnitValues.Auto, Width = "0" }), new TableGrid(new GridColumn { Width = "5000" }), new TableRow(new TableCell((Paragraph)paragraph.CloneNode(deep: true)))));
        paragraph.Remove();
    }

    private static byte[] Changed(byte[] template, Action<Paragraph> change)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document.MainDocumentPart!.Document!.Descendants<Paragraph>().Single(p => p.InnerText == "{{nahrazuje}}"));
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> Bytes(Worker worker, string address)
    {
        using var answer = await worker.Get(address);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
