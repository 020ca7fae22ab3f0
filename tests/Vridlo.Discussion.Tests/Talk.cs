using System.Net;
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

    /// <summary>Makes a comment and gives its identity.</summary>
    public static async Task<string> Comment(this Machine machine, NodeStanding node, string text, params Guid[] to)
    {
        var (status, body) = await machine.Post("/comments", new { subject = node.Subject(), text, to });
        return status is HttpStatusCode.Created ? body.GetProperty("id").GetString()! : throw new InvalidOperationException($"{status}: {body}");
    }
}
