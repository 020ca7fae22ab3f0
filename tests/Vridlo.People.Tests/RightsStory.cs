using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

public sealed class RightsStory
{
    /// <summary>Every address with every method, called by every role, held everywhere or in one part: who holds the right passes, nobody else does.</summary>
    [Theory, BothEngines]
    public async Task Every_address_lets_in_whom_its_right_names(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var rights = site.Services.GetRequiredService<Declarations>().Rights;
        var calls = Calls(site);
        Assert.Contains(calls, c => c.Method == "POST" && c.IsMachine);
        Assert.Contains(calls, c => c.Method == "POST" && !c.IsMachine);
        var (wrong, called) = (new List<string>(), 0);
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var grant in (Grant[])[new(role), new(role, TypedId.New<ProgrammeId>(), TypedId.New<NodeId>())])
            {
                var mail = $"{Guid.CreateVersion7():N}@example.org";
                await site.Employ(mail, grant);
                using var worker = await site.SignIn(mail);
                var token = await Token(worker, rights.Where(r => r.HeldBy(grant)));
                foreach (var call in calls)
                {
                    var may = call.Right == Rights.SignedIn || rights.Single(r => r.Key == call.Right).HeldBy(grant);
                    var answer = await Ask(site, worker, call, token);
                    called++;
                    if (answer is HttpStatusCode.Forbidden == may || answer is HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError)
                    {
                        wrong.Add($"{grant} at {call.Method} {call.Address}: {(may ? "may" : "may not")} and got {(int)answer}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(calls.Count * 2 * Enum.GetValues<Role>().Length, called);
    }

    [Theory, BothEngines]
    public async Task Nobody_gets_past_the_door_of_any_address_that_is_not_public(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var nobody = new Worker(site.Client.BaseAddress!);
        foreach (var call in Calls(site))
        {
            Assert.Equal(call.IsMachine ? HttpStatusCode.Unauthorized : HttpStatusCode.SeeOther, await Ask(site, nobody, call, null));
        }
    }

    [Theory, BothEngines]
    public async Task The_page_of_a_node_says_who_may_what_there_and_why(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (programme, area, measure, other) = await site.Within.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.Editions("prkk-2021", default))[0];
            NodeId Of(IReadOnlyList<Node> tree, string code) => tree.Single(n => n.Code == code).Id;
            var nodes = await ledger.Tree(edition.Id, default);
            return (edition.ProgrammeId, Of(nodes, "8"), Of(nodes, "8.2"), Of(nodes, "9"));
        });
        await site.Employ("nadrazeny@example.org", new Grant(Role.Owner, programme, area));
        await site.Employ("primy@example.org", new Grant(Role.Guarantor, programme, measure));
        await site.Employ("vedlejsi@example.org", new Grant(Role.Owner, programme, other));
        await site.Employ("celek@example.org", new Grant(Role.Strategist, programme));
        using var worker = await site.SignIn("nadrazeny@example.org");
        var page = await worker.Page("/prace/prava/prkk-2021/8.2");
        var rows = page.QuerySelectorAll("section[aria-labelledby=all] tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, r => r.StartsWith("nadrazeny | gestor | role pro nadřazenou část 8 ", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("primy | garant | role přímo pro tuto část | ", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("celek | strateg | role pro celý program | ", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=own] tbody tr"));
        using var led = await worker.Get("/prace/prava?programme=prkk-2021&code=8.2");
        Assert.Equal("/prace/prava/prkk-2021/8.2", new Uri(site.Client.BaseAddress!, led.Headers.Location!).AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Get("/prace/prava/prkk-2021/99.9")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task Nobody_is_sent_to_sign_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var nobody = new Worker(site.Client.BaseAddress!);
        using var answer = await nobody.Get("/prace/lide");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/prihlaseni?zpet=%2Fprace%2Flide", answer.Headers.Location!.ToString());
    }

    [Theory, BothEngines]
    public async Task Who_sees_as_another_role_sees_its_pages_and_changes_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var page = await boss.Done("/prace/prava", "see-as", new() { ["role"] = "Reader" });
        Assert.Contains("Díváte se jako", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.Get("/prace/lide")).StatusCode);
        await boss.Done("/prace/prava", "see-as", new() { ["role"] = "" });
        Assert.Equal(HttpStatusCode.OK, (await boss.Get("/prace/lide")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_token_is_shown_once_and_ends_when_revoked(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        using var made = await boss.Send("/prace/ja/klice", "token", new() { ["name"] = "noční přenos", ["days"] = "30", ["rights"] = "people.manage" });
        var token = (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent;
        Assert.StartsWith("vridlo_", token, StringComparison.Ordinal);
        Assert.Null((await boss.Page("/prace/ja/klice")).QuerySelector(".v-token"));

        // Browsers' pages take no token, and the interface takes no cookie.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/prace/lide") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.SendAsync(request)).StatusCode);
    }

    private sealed record Call(string Address, string Method, string Right, bool IsMachine, bool TakesFile);

    /// <summary>Every address with every method that is not open to all; what stands for codes is made up.</summary>
    private static IReadOnlyList<Call> Calls(Site site) =>
    [
        .. from endpoint in site.Endpoints
           let right = endpoint.Metadata.GetMetadata<RightAttribute>()?.Right
           where right is not (null or Rights.Public)
           let raw = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           let address = System.Text.RegularExpressions.Regex.Replace(raw, @"\{(?:[^{}]|\{[^{}]*\})*\}", m =>
               m.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : m.Value.StartsWith("{format", StringComparison.Ordinal) ? "csv" : m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "x")
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new Call(
               address, method, right, raw.StartsWith("/api/v1", StringComparison.Ordinal), endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") is true),
    ];

    private static async Task<string> Token(Worker worker, IEnumerable<DeclaredRight> rights)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "zkouška", ["days"] = "1", ["rights"] = string.Join('\u0001', rights.Select(r => r.Key)) });
        return (await Worker.Read(made)).QuerySelector(".v-token")?.TextContent ?? "";
    }

    private static async Task<HttpStatusCode> Ask(Site site, Worker worker, Call call, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        if (call.Method is not ("GET" or "HEAD"))
        {
            request.Content = call is { IsMachine: true, TakesFile: true } ? new MultipartFormDataContent { { new StringContent("x"), "programme" } }
                : call.IsMachine ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        }

        if (call.IsMachine && token is { Length: > 0 })
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var answer = call.IsMachine ? await site.Client.SendAsync(request) : await worker.Send(request);
        return answer.StatusCode;
    }
}
