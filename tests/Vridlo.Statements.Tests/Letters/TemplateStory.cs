using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Letters;

public sealed class TemplateStory
{
    [Theory, BothEngines]
    public async Task The_office_changes_the_template_and_what_was_issued_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await site.Ask();
        }

        await officer.Decide("S-0001");
        await officer.Decide("S-0002");
        await officer.Issue("S-0001");
        var first = await Bytes(officer, "/prace/vyjadreni/S-0001/dopis.docx");
        var usual = await Bytes(officer, "/prace/vyjadreni/sablona/vychozi.docx");

        using var wrong = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "hlavička.docx", Changed(usual, "{{podpis}}", "{{razítko}}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var said = Asked.Plain((await Worker.Read(wrong)).GetElementById("f-file-error")!.ParentElement!.TextContent);
        Assert.Contains("Značku {{razítko}} systém nezná", said);
        Assert.Contains("chybí povinná značka {{podpis}}", said);
        using var none = await officer.Send("/prace/vyjadreni/sablona", "template");
        Assert.Contains("Vyberte soubor", Asked.Plain(Worker.Said(await Worker.Read(none))));
        using var huge = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "velka.docx", new byte[(5 * 1024 * 1024) + 1]);
        Assert.Contains("5 MB", Asked.Plain(Worker.Said(await Worker.Read(huge))));

        using var sent = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "C:\\Moje\\hlavička.docx", Changed(usual, "Datová schránka", "Hlavička kraje"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await officer.Page("/prace/vyjadreni/sablona");
        Assert.Contains("hlavička.docx", page.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("používá se", Asked.Plain(page.QuerySelector("tbody tr")!.TextContent));
        Assert.Contains("Hlavička kraje", Asked.Lines(await Bytes(officer, "/prace/vyjadreni/sablona/1.docx")));

        var draft = Asked.Lines(await Bytes(officer, "/prace/vyjadreni/S-0002/dopis.docx"));
        Assert.Contains("NÁVRH", draft);
        Assert.Contains("Hlavička kraje", draft);
        await officer.Issue("S-0002");
        var second = await Bytes(officer, "/prace/vyjadreni/S-0002/dopis.docx");
        Assert.Contains("PRKK/2026/0002", Asked.Lines(second));
        Assert.Equal(second, await site.Client.GetByteArrayAsync("/vyjadreni/2026-0002/dopis.docx"));
        Assert.Equal(first, await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx"));
        Assert.DoesNotContain("Hlavička kraje", Asked.Lines(first));

        using var back = await officer.Upload("/prace/vyjadreni/sablona", "template", "file", "vychozi.docx", usual);
        Assert.Equal(2, (await officer.Page("/prace/vyjadreni/sablona")).QuerySelectorAll("section[aria-labelledby=used] tbody a[href*='sablona/']:not([href*=vychozi])").Length);
        Assert.Contains("Hlavička kraje", Asked.Lines(await Bytes(officer, "/prace/vyjadreni/sablona/1.docx")));
        foreach (var address in (string[])["/prace/vyjadreni/sablona/3.docx", "/prace/vyjadreni/sablona/-1.docx", "/prace/vyjadreni/sablona/x.docx", "/prace/vyjadreni/S-0003/dopis.docx"])
        {
            using var unknown = await officer.Get(address);
            Assert.True(unknown.StatusCode is HttpStatusCode.NotFound, address);
        }
    }

    private static async Task<byte[]> Bytes(Worker worker, string address)
    {
        using var answer = await worker.Get(address);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Changed(byte[] template, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.MainDocumentPart!.Document!.Descendants<Text>().Single(t => Asked.Plain(t.Text) == from).Text = to;
        }

        return stream.ToArray();
    }
}
