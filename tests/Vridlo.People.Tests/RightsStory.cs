using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

public sealed class RightsStory
{
    /// <summary>Every address that not everybody may see, asked by every role: who holds the right passes, nobody else does.</summary>
    [Theory, BothEngines]
    public async Task Every_address_lets_in_whom_its_right_names(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var rights = site.Services.GetRequiredService<Declarations>().Rights.ToDictionary(r => r.Key);
        var guarded = site.Endpoints.Where(e => e.Metadata.GetMetadata<RightAttribute>() is { Right: not Rights.Public }).ToList();
        Assert.True(guarded.Count >= 10);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var worker = await site.SignedIn(new Grant(role));
            var token = await Token(worker, rights.Values.Where(r => r.HeldBy(role)).Select(r => r.Key));
            foreach (var endpoint in guarded)
            {
                var right = endpoint.Metadata.GetMetadata<RightAttribute>()!.Right;
                var may = right == Rights.SignedIn || rights[right].HeldBy(role);
                var refused = await Ask(worker, token, endpoint) is HttpStatusCode.Forbidden;
                if (refused == may)
                {
                    wrong.Add($"{role} at {endpoint.RoutePattern.RawText}: {(may ? "may and was refused" : "may not and passed")}");
                }
            }
        }

        Assert.Empty(wrong);
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

    /// <summary>A token with all rights of a role: the open interface is asked with it, pages with the session.</summary>
    private static async Task<string> Token(Worker worker, IEnumerable<string> rights)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "vše", ["days"] = "1", ["rights"] = string.Join('\u0001', rights) });
        return (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent;
    }

    private static async Task<HttpStatusCode> Ask(Worker worker, string token, RouteEndpoint endpoint)
    {
        var address = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]*\}", m => m.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "x");
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        using var request = new HttpRequestMessage(new HttpMethod(methods is null || methods.Contains("GET") ? "GET" : methods[0]), address);
        if (address.StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await worker.Send(request);
        return answer.StatusCode;
    }
}
