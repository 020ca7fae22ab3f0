using System.Net;
using System.Net.Http.Headers;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Api;

/// <summary>Statements through the open interface: what comes from a registry, and what an officer decides there.</summary>
public sealed class InterfaceStory
{
    private static readonly object Came = new
    {
        channel = "dataBox", receivedOn = "2026-11-20", applicant = "Obec Dasnice", companyNumber = "573124", seat = "Dasnice 1", title = "Lávka pro cyklisty", description = "Lávka.", aim = "Bezpečná cyklistická doprava.",
        outputs = "Lávka.", cost = 12500000.50, funding = 1000000, place = "560332", claimed = new[] { "4.2" }, ends = "2028",
    };

    [Theory, BothEngines]
    public async Task An_application_is_entered_decided_issued_and_withdrawn(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        var machine = await officer.Machine(site, "statements.decide");

        // Thirty days end on a Sunday, so the last one is the Monday after it.
        var (made, entered) = await machine.Post("/statements/applications", Came, key: "jednou");
        Assert.Equal((HttpStatusCode.Created, "S-0001", "2026-12-21"), (made, entered.GetProperty("code").GetString(), entered.GetProperty("due").GetString()));
        Assert.Equal("S-0001", (await machine.Post("/statements/applications", Came, key: "jednou")).Body.GetProperty("code").GetString());
        var one = await machine.Read("/statements/applications/S-0001");
        Assert.Equal(("received", 1), (one.GetProperty("stage").GetString(), one.GetProperty("version").GetInt32()));
        Assert.Contains(one.GetProperty("suggested").EnumerateArray(), s => s.GetProperty("code").GetString() == "4.2" && s.GetProperty("claimed").GetBoolean());
        Assert.Contains("12 500 000,50 Kč", Asked.Plain((await officer.Page("/prace/vyjadreni/S-0001")).Body!.TextContent));

        object Decided(int version) => new { version, outcome = "inAccord", nodes = new[] { "4.2.1" }, reasons = "Doplňuje síť.", signatory = "Ing. Havel", validUntil = "2028-12-31" };
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Post("/statements/applications/S-0001/issue", new { version = 1 })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put("/statements/applications/S-0001/decision", Decided(0))).Status);
        Assert.Equal(2, (await machine.Put("/statements/applications/S-0001/decision", Decided(1))).Body.GetProperty("version").GetInt32());
        var (issued, statement) = await machine.Post("/statements/applications/S-0001/issue", new { version = 2 });
        Assert.Equal((HttpStatusCode.Created, "2026-0001"), (issued, statement.GetProperty("code").GetString()));
        var (again, refused) = await machine.Post("/statements/applications/S-0001/issue", new { version = 3 });
        Assert.Equal((HttpStatusCode.Conflict, "statements.closed"), (again, refused.GetProperty("code").GetString()));

        var listed = Assert.Single((await new Machine(site, null).Read("/statements?node=4.2&state=valid")).GetProperty("rows").EnumerateArray().ToList());
        Assert.Equal(("PRKK/2026/0001", "inAccord", "4.2.1"), (listed.GetProperty("number").GetString(), listed.GetProperty("outcome").GetString(), listed.GetProperty("nodes")[0].GetString()));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(listed.GetProperty("letter").GetString()!)).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/statements/applications/S-0001/withdrawal", new { version = 3, why = " " })).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/statements/applications/S-0001/withdrawal", new { version = 3, why = "Změna." })).Status);
        Assert.Equal("2026-11-23", (await new Machine(site, null).Read("/statements?state=withdrawn")).GetProperty("rows")[0].GetProperty("withdrawnOn").GetString());
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_named_and_who_may_not_does_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        var (machine, reads) = (await officer.Machine(site, "statements.decide"), await reader.Machine(site, "people.own"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Machine(site, null).Post("/statements/applications", Came)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reads.Post("/statements/applications", Came)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reads.Ask(HttpMethod.Get, "/statements/applications/S-0001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Get, "/statements/applications/S-0001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Post("/statements/applications/x/issue", new { version = 1 })).Status);

        var (status, wrong) = await machine.Post("/statements/applications", new { channel = "paper", receivedOn = "2026-12-24", applicant = "", companyNumber = "2", seat = "x", title = "x", description = "x", aim = "x", outputs = "x", cost = 0 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["applicant", "companyNumber", "cost", "receivedOn"], wrong.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.Created, (await machine.Post("/statements/applications", Came)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Delete, "/statements/applications/S-0001/contact")).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/statements/applications/S-0001/setting-aside", new { version = 1, why = "Omyl." })).Status);

        using var file = new MultipartFormDataContent { { new ByteArrayContent("PK"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "a.docx" } };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Ask(HttpMethod.Post, "/statements/templates", file)).Status);
        using var usual = await officer.Get("/prace/vyjadreni/sablona/vychozi.docx");
        using var good = new MultipartFormDataContent { { new ByteArrayContent(await usual.Content.ReadAsByteArrayAsync()), "file", "a.docx" } };
        var (taken, number) = await machine.Ask(HttpMethod.Post, "/statements/templates", good);
        Assert.Equal((HttpStatusCode.Created, 1), (taken, number.GetProperty("number").GetInt32()));
    }
}
