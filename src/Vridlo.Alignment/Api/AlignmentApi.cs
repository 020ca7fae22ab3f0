using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Alignment.Comparing;
using Vridlo.Alignment.Deciding;
using Vridlo.Alignment.Showing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;

namespace Vridlo.Alignment.Api;

/// <summary>Alignment in the open interface: what is confirmed, what is proposed, what is missing, and deciding.</summary>
internal static class AlignmentApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("/alignments/{from}/{to}").Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme, Topics.Nodes));
        open.MapGet("", async (HttpContext context, string from, string to) =>
                await ListFiles.Source(context) is { } source ? await source.Answer(context, Shape) : Unknown(from, to))
            .Described<ApiPage<DecisionAnswer>>("alignments.list", csv: true, paged: true, filters: ["verdict"], examples: Pair);
        open.MapGet("/proposals", async (string from, string to, ReadPair pairs, CancellationToken stop) =>
                await pairs.Of(from, to, stop) is { } pair ? Results.Json(Proposals(pair), ApiJson.Options) : Unknown(from, to))
            .Described<ProposalsAnswer>("alignments.proposals", examples: Pair);
        open.MapGet("/gaps", async (string from, string to, ReadPair pairs, CancellationToken stop) =>
                await pairs.Of(from, to, stop) is { } pair ? Results.Json(new GapsAnswer(Nodes(pair.SupportNothing), Nodes(pair.Unserved)), ApiJson.Options) : Unknown(from, to))
            .Described<GapsAnswer>("alignments.gaps", examples: Pair);
        api.MapPost("/alignments/{from}/{to}", Decide).Right(DecideAlignment.Right).Writes<DecideAnswer, DecidedAnswer>("alignments.decide", examples: Pair);
    }

    private static (string, string)[] Pair => [("from", "prkk-2021"), ("to", "un-sdg")];

    private static IResult Unknown(string from, string to) => Problem.NotFound("alignment.pair-unknown", from, to).Answer();

    private static async Task<IResult> Decide(string from, string to, ApiBody<DecideAnswer> body, ReadPair pairs, DecideAlignment decide, CancellationToken stop)
    {
        if (await pairs.Of(from, to, stop) is not { } pair)
        {
            return Unknown(from, to);
        }

        NodeId Of(Side side, string code) => side.Nodes.FirstOrDefault(n => n.Code == code)?.Id ?? default;
        var decisions = body.Value.Decisions.Select(d => new DecideAlignment.Decision(Of(pair.From, d.From), Of(pair.To, d.To), d.Verdict, d.Why, d.Version)).ToList();
        return (await decide.Run(from, to, decisions, stop)).Answer(count => new DecidedAnswer(count));
    }

    private static DecisionAnswer Shape(DecisionListed row) =>
        new(row.From, row.FromTitle, row.To, row.ToTitle, row.Verdict, row.Why, row.DecidedAt.ToDateTimeOffset());

    private static ProposalsAnswer Proposals(Pair pair) => new(
        [.. pair.Proposed.Select(p => new ProposalAnswer(
            p.From.Code, p.From.Title, p.To.Code, p.To.Title, Math.Round(p.Likeness, 3), p.Words.ToDictionary(w => w.Key.Code(), w => w.Value)))],
        pair.Proposed.Count);

    private static IReadOnlyList<NodeAnswer> Nodes(IReadOnlyList<Node> nodes) => [.. nodes.Select(n => new NodeAnswer(n.Code, n.Title))];
}
