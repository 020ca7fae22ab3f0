using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Attachments.Tests;

/// <summary>Documents and pictures of a project: what is published everybody sees, what is not nobody else, what is removed is gone.</summary>
public sealed class AttachmentStory
{
    private const string Project = "/prace/projekty/P-0001";

    [Theory, BothEngines]
    public async Task From_a_photograph_to_the_public_page_and_away_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var owner = await Worker(site);
        var page = await Attachments(owner);
        using (var photograph = await owner.Upload(page, "attachment", "file", "C:\\fotky\\IMG_0001.exe.JPG", Pictures.Jpeg(300, 200, 6), new() { ["caption"] = "Lávka z levého břehu", ["public"] = "1" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, photograph.StatusCode);
        }

        using (var contract = await owner.Upload(page, "attachment", "file", "smlouva.pdf", "%PDF-1.7 smlouva"u8.ToArray()))
        {
            Assert.Equal(HttpStatusCode.Redirect, contract.StatusCode);
        }

        var shown = await site.Page("/projekty/P-0001");
        var picture = Assert.Single(shown.QuerySelectorAll("#attachments img, section[aria-labelledby=attachments] img"));
        Assert.Equal("Lávka z levého břehu", picture.GetAttribute("alt"));
        Assert.DoesNotContain("smlouva", shown.Body!.TextContent, StringComparison.Ordinal);
        using (var small = await site.Get(picture.GetAttribute("src")!))
        {
            using var drawn = SKBitmap.Decode(await small.Content.ReadAsByteArrayAsync());
            Assert.Equal((200, 300), (drawn.Width, drawn.Height));
        }

        var link = picture.Closest("a")!.GetAttribute("href")!;
        using (var served = await site.Get(link))
        {
            Assert.Equal(("image/jpeg", "nosniff"), (served.Content.Headers.ContentType!.MediaType, served.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.Contains("sandbox", served.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            using var drawn = SKBitmap.Decode(await served.Content.ReadAsByteArrayAsync());
            Assert.Equal((200, 300), (drawn.Width, drawn.Height));
        }

        var own = await owner.Page(page);
        Assert.Contains("IMG_0001.exe.jpg", own.Body!.TextContent, StringComparison.Ordinal);
        var hidden = own.QuerySelectorAll("form a[href*='soubor']").First(a => a.TextContent == "smlouva.pdf").GetAttribute("href")!;
        using (var secret = await owner.Get(hidden))
        {
            Assert.Equal(("application/pdf", "attachment"), (secret.Content.Headers.ContentType!.MediaType, secret.Content.Headers.ContentDisposition!.DispositionType));
        }

        var id = hidden[(hidden.LastIndexOf('/') + 1)..];
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/prilohy/{id}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Get(hidden)).StatusCode);
        var form = $"file-{Guid.Parse(id):N}";
        await owner.Done(page, form, new() { [$"public-{Guid.Parse(id):N}"] = "1", ["do"] = "save" });
        Assert.Equal(HttpStatusCode.OK, (await site.Get($"/prilohy/{id}")).StatusCode);
        Assert.Contains("smlouva.pdf", (await site.Page("/projekty/P-0001")).Body!.TextContent, StringComparison.Ordinal);
        await owner.Done(page, form, new() { ["do"] = "remove" });
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/prilohy/{id}")).StatusCode);
        Assert.DoesNotContain("smlouva.pdf", (await site.Page("/projekty/P-0001")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_project_with_an_attachment_is_not_taken_back_until_that_is_removed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var owner = await site.SignedIn(new Grant(Role.Strategist));
        var made = await owner.Done("/prace/projekty/novy", "project", new() { ["title"] = "Lávka", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1" });
        var page = await Attachments(owner);
        using (await owner.Upload(page, "attachment", "file", "smlouva.pdf", "%PDF-1.7 smlouva"u8.ToArray()))
        {
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => owner.TurnBack(made));
        Assert.Contains("přílohy", refused.Message, StringComparison.Ordinal);
        var file = (await owner.Page(page)).QuerySelector("form a[href*='soubor']")!.GetAttribute("href")!;
        await owner.Done(page, $"file-{Guid.Parse(file[(file.LastIndexOf('/') + 1)..]):N}", new() { ["do"] = "remove" });
        await owner.TurnBack(made);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/projekty/P-0001")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task Whoever_answers_for_any_part_of_a_project_adds_documents_and_whoever_answers_for_another_does_not(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Worker(site, new() { ["share-0"] = "70", ["link-1"] = "1.1", ["share-1"] = "30" });
        var page = await Attachments(strategist);
        foreach (var area in (string[])["4", "1"])
        {
            using var owner = await site.SignedIn(await Owner(site, area));
            using var answer = await owner.Upload(page, "attachment", "file", $"smlouva-{area}.pdf", "%PDF-1.7 smlouva"u8.ToArray());
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var stranger = await site.SignedIn(await Owner(site, "7"));
        using var refused = await stranger.Get(page);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task What_could_act_when_it_is_opened_is_refused()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var owner = await Worker(site);
        var page = await Attachments(owner);
        (string Name, byte[] Content, string Told)[] bad =
        [
            ("skript.pdf", "<html><script>alert(1)</script>"u8.ToArray(), "nepřijímají"),
            ("kresba.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray(), "nepřijímají"),
            ("program.jpg", "MZ\u0090"u8.ToArray(), "nepřijímají"),
            ("balik.docx", "PK\u0003\u0004 nic"u8.ToArray(), "poškozený"),
            ("foto.jpg", [0xFF, 0xD8, 0xFF, .. new byte[50]], "přečíst"),
            ("prazdny.pdf", [], "prázdný"),
            ("velky.pdf", [.. "%PDF-1.7"u8, .. new byte[20 * 1024 * 1024]], "příliš velký"),
        ];
        foreach (var (name, content, told) in bad)
        {
            using var answer = await owner.Upload(page, "attachment", "file", name, content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(told, Vridlo.Testing.Worker.Said(await Vridlo.Testing.Worker.Read(answer)), StringComparison.Ordinal);
        }

        using var mute = await owner.Upload(page, "attachment", "file", "foto.jpg", Pictures.Jpeg(30, 20), new() { ["public"] = "1" });
        Assert.Contains("Bez popisu", Vridlo.Testing.Worker.Said(await Vridlo.Testing.Worker.Read(mute)), StringComparison.Ordinal);
        Assert.Empty((await owner.Page(page)).QuerySelectorAll("form.v-attached"));
    }

    [Fact]
    public async Task Whoever_holds_no_right_there_sees_and_changes_nothing()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var owner = await Worker(site);
        var page = await Attachments(owner);
        using (await owner.Upload(page, "attachment", "file", "smlouva.pdf", "%PDF-1.7"u8.ToArray()))
        {
        }

        var file = (await owner.Page(page)).QuerySelector("form a[href*='soubor']")!.GetAttribute("href")!;
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.NotEqual(HttpStatusCode.OK, (await reader.Get(page)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await reader.Get(file)).StatusCode);
        Assert.DoesNotContain("prilohy", (await reader.Page(Project)).Body!.InnerHtml, StringComparison.Ordinal);
    }

    private static Task<Grant> Owner(Site site, string area) => site.Within.In(async unit =>
    {
        var ledger = unit.GetRequiredService<IProgrammeLedger>();
        var edition = (await ledger.InForce("prkk-2021", new(2026, 1, 1), default))!;
        return new Grant(Role.Owner, edition.ProgrammeId, (await ledger.Tree(edition.Id, default)).First(n => n.Code == area).Id);
    });

    private static async Task<Worker> Worker(Site site, Dictionary<string, string>? more = null)
    {
        var owner = await site.SignedIn(new Grant(Role.Strategist));
        await owner.Done("/prace/projekty/novy", "project", new(more ?? []) { ["title"] = "Lávka", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1" });
        return owner;
    }

    /// <summary>The page of the project's attachments, as the project's page leads there.</summary>
    private static async Task<string> Attachments(Worker owner) => (await owner.Page(Project)).QuerySelector("a[href*='/prace/prilohy/']")!.GetAttribute("href")!;
}
