using System.Net;
using System.Text;
using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests;

/// <summary>All of it through the open interface, as the accounting program of an office would do it every night.</summary>
public sealed class InterfaceStory
{
    private static readonly string File = Books.Head + "KDF;2212;6121;10;4711;1000.00;2026-03-12;99999994;Stavby;etapa\n;2212;6121;10;9;24.50;;;;\n";

    [Theory, BothEngines]
    public async Task A_program_enters_a_source_sends_a_file_accepts_it_and_reads_the_agreement(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        var machine = await strategist.Machine(site, "accounting.manage", "projects.pay");

        var (_, entered) = await machine.Post("/accounting/sources", new
        {
            code = "kssz", name = "Správa silnic", organisationNumber = "70891168", everyDays = 7, form = "own", delimiter = "semicolon", encoding = "windows1250", decimal_ = (string?)null,
        });
        Assert.Equal("api.body.wrong", entered.GetProperty("code").GetString());
        var done = await machine.Done(HttpMethod.Post, "/accounting/sources", new
        {
            code = "kssz",
            name = "Správa silnic",
            organisationNumber = "70891168",
            everyDays = 7,
            form = "own",
            encoding = "windows1250",
            columns = new[] { new { holds = "paragraph", head = "P" }, new { holds = "item", head = "I" }, new { holds = "amount", head = "A" } },
            rules = new[] { new { kind = "unit", value = "10", fund = "kap-18" } },
        });
        Assert.Equal("kssz", done.GetProperty("code").GetString());

        var preview = await machine.Done(HttpMethod.Post, "/accounting/sources/kraj/files", Form(File, "2026"));
        Assert.True(preview.GetProperty("acceptable").GetBoolean());
        Assert.Equal(2, preview.GetProperty("added").GetInt32());
        var (id, version) = (preview.GetProperty("id").GetString(), preview.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Post($"/accounting/files/{id}/acceptance", new { version = version + 1 })).Status);
        var accepted = await machine.Done(HttpMethod.Post, $"/accounting/files/{id}/acceptance", new { version });
        Assert.Equal(2, accepted.GetProperty("added").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Post($"/accounting/files/{id}/acceptance", new { version })).Status);

        var rows = (await machine.Read("/accounting/sources/kraj/rows?state=unmatched")).GetProperty("rows");
        Assert.Equal(24.5m, Assert.Single(rows.EnumerateArray()).GetProperty("amount").GetDecimal());
        var assignment = await machine.Done(HttpMethod.Post, "/accounting/sources/kraj/assignments", new { project = "P-0001", row = rows[0].GetProperty("id").GetString(), why = "dozor" });
        Assert.Equal((1024.5m, 0m), Agreement(await machine.Read("/accounting/sources/kraj/agreement?year=2026")));
        await machine.Done(HttpMethod.Delete, $"/accounting/assignments/{assignment.GetProperty("id").GetString()}");
        Assert.Equal((1000m, 24.5m), Agreement(await machine.Read("/accounting/sources/kraj/agreement")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/accounting/sources/kraj/assignments", new { @event = "9" })).Status);
        var outside = await machine.Done(HttpMethod.Post, "/accounting/sources/kraj/assignments", new { outside = true, @event = "9", why = "provoz" });
        var decided = await machine.Read("/accounting/sources/kraj/agreement");
        Assert.Equal((1000m, 0m), Agreement(decided));
        Assert.Equal((1, 24.5m), (decided.GetProperty("outside").GetProperty("rows").GetInt32(), decided.GetProperty("outside").GetProperty("spent").GetDecimal()));
        await machine.Done(HttpMethod.Delete, $"/accounting/assignments/{outside.GetProperty("id").GetString()}");

        await machine.Done(HttpMethod.Put, "/projects/P-0001/keys", new { contracts = Array.Empty<string>(), events = new[] { "4711", "9" } });
        Assert.Equal(1, (await machine.Done(HttpMethod.Post, "/accounting/sources/kraj/entries")).GetProperty("rows").GetInt32());
        Assert.Equal((1024.5m, 0m), Agreement(await machine.Read("/accounting/sources/kraj/agreement")));
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Ask(HttpMethod.Post, $"/accounting/rows/{rows[0].GetProperty("id").GetString()}/entry")).Status);

        var nobody = new Machine(site, null);
        Assert.Equal(2, (await nobody.Read("/accounting/documents?source=kraj&year=2026")).GetProperty("rows").GetArrayLength());
        Assert.Equal("99999994", (await nobody.Read("/accounting/suppliers?year=2026")).GetProperty("rows")[0].GetProperty("number").GetString());
        Assert.Contains((await nobody.Read("/accounting/sources")).EnumerateArray(), s => s.GetProperty("code").GetString() == "kraj" && s.GetProperty("asOf").GetString() == "2026-06-30");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Ask(HttpMethod.Get, "/accounting/sources/kraj/rows")).Status);
    }

    [Theory, BothEngines]
    public async Task A_file_with_errors_is_answered_with_all_of_them_and_is_dropped(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        var machine = await strategist.Machine(site, "accounting.manage");
        var preview = await machine.Done(HttpMethod.Post, "/accounting/sources/kraj/files", Form("paragraph;item;amount\n2212;6121;x\n22y;6121;1\n", "2026"));
        Assert.Equal([(2, "amount"), (3, "paragraph")], preview.GetProperty("problems").EnumerateArray().Select(p => (p.GetProperty("line").GetInt32(), p.GetProperty("column").GetString()!)));
        var (id, version) = (preview.GetProperty("id").GetString(), preview.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post($"/accounting/files/{id}/acceptance", new { version })).Status);
        Assert.Equal(2, (await machine.Read($"/accounting/files/{id}")).GetProperty("problems").GetArrayLength());
        await machine.Done(HttpMethod.Delete, $"/accounting/files/{id}");
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Get, $"/accounting/files/{id}")).Status);

        foreach (var (year, asOf, mode) in ((string, string, string)[])[("20226", "2026-06-30", "replace"), ("2026", "zítra", "replace"), ("2026", "2026-06-30", "smazat"), ("2026\0", "2026-06-30", "append")])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Ask(HttpMethod.Post, "/accounting/sources/kraj/files", Form(File, year, asOf, mode))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Post, "/accounting/sources/nikde/files", Form(File, "2026"))).Status);
    }

    private static MultipartFormDataContent Form(string csv, string year, string asOf = "2026-06-30", string mode = "replace") => new()
    {
        { new StringContent(year), "year" }, { new StringContent(asOf), "asOf" }, { new StringContent(mode), "mode" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "ucto.csv" },
    };

    private static (decimal Ledger, decimal Difference) Agreement(JsonElement answer) => (answer.GetProperty("ledger").GetDecimal(), answer.GetProperty("difference").GetDecimal());
}
