using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>People who talk of the nodes of the shipped programme.</summary>
internal static class Talk
{
    /// <summary>A server on which no job runs by itself, so that a test says when.</summary>
    public static void WithoutJobs(IServiceCollection services)
    {
        foreach (var clock in services.Where(s => s.ImplementationType?.Name == "JobClock").ToList())
        {
            services.Remove(clock);
        }
    }

    /// <summary>Where a node of the shipped programme stands.</summary>
    public static Task<NodeStanding> Node(this Site site, string code) => site.Within.In(async unit =>
    {
        var ledger = unit.GetRequiredService<IProgrammeLedger>();
        var edition = (await ledger.Editions("prkk-2021", default))[0];
        var node = (await ledger.Node(edition.Id, code, default))!.Self;
        return (await ledger.Standing([node.Id], new LocalDate(2026, 11, 23), default)).Single();
    });

    /// <summary>The address of what was said of a node.</summary>
    public static string Page(this NodeStanding node) => $"/prace/pripominky/programme~node/{node.Id.Value}";

    public static string Subject(this NodeStanding node) => $"programme.node/{node.Id.Value}";

    /// <summary>A grant at the node and below.</summary>
    public static Grant Here(this NodeStanding node, Role role) => new(role, node.ProgrammeId, node.Id);

    /// <summary>A token of a worker for these rights.</summary>
    public static async Task<Machine> Machine(this Worker worker, Site site, params string[] rights)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "stroj", ["days"] = "30", ["rights"] = string.Join('\u0001', rights) });
        return new(site, (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent);
    }
}

/// <summary>A program with a token.</summary>
internal sealed class Machine(Site site, string? token)
{
    public async Task<(HttpStatusCode Status, JsonElement Body)> Ask(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var content = body switch
        {
            null => null,
            HttpContent ready => ready,
            _ => JsonContent.Create(body),
        };
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await site.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body, string? key = null) => Ask(HttpMethod.Post, path, body, key);

    /// <summary>Makes a comment and gives its identity.</summary>
    public async Task<string> Comment(NodeStanding node, string text, params Guid[] to)
    {
        var (status, body) = await Post("/comments", new { subject = node.Subject(), text, to });
        return status is HttpStatusCode.Created ? body.GetProperty("id").GetString()! : throw new InvalidOperationException($"{status}: {body}");
    }
}
