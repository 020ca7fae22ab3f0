using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Projects.Parts;

namespace Vridlo.Projects.Contributions;

/// <summary>A line of what a project brings; stated is the key of the programme's indicator.</summary>
internal sealed record OutcomeAnswer(string Project, OutcomeKind Kind, string? Stated, string Indicator, string Unit, double? Baseline, double Target, double? Reached, string? Day);

/// <summary>What projects at and below a node bring to an indicator; no sums of units that do not add up. A project counts whole here and elsewhere.</summary>
internal sealed record ContributionAnswer(string? Stated, string Indicator, string Unit, double? Target, double? Reached, int Projects, int Elsewhere);

/// <summary>Results of projects in the open interface.</summary>
internal static class ResultsApi
{
    public static void Map(RouteGroupBuilder api, ShowsAttribute shown)
    {
        api.MapGet("/projects/results", async (HttpContext context, ListOutcomes outcomes) => await (await outcomes.Source(context.RequestAborted)).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(shown).Described<ApiPage<OutcomeAnswer>>("projects.results", csv: true, paged: true, filters: ["node", "indicator", "unit"]);
        api.MapGet("/projects/contributions/{node}", Contributions)
            .Right(Rights.Public).WithMetadata(shown).Described<IReadOnlyList<ContributionAnswer>>("projects.contributions", examples: ("node", "4.2"));
    }

    private static async Task<IResult> Contributions(string node, OwnProgramme programme, ReadContributions read, CancellationToken stop)
    {
        List<NodeId> nodes = [.. (await programme.Tree(stop)).AtOrBelow(node)];
        return nodes.Count == 0 ? Problem.NotFound("projects.results.node-unknown", node).Answer() : Results.Json(
            (await read.Of(nodes, stop)).Select(c => new ContributionAnswer(c.Stated, c.Indicator, c.Unit, c.Adds ? c.Target : null, c.Adds && c.Reporting > 0 ? c.Reached : null, c.Projects, c.Elsewhere)),
            ApiJson.Options);
    }

    private static OutcomeAnswer Shape(OutcomeListed o) =>
        new(o.Code, o.Kind, o.Stated, o.Indicator, o.Unit, o.Baseline, o.Target, o.Reached, o.Day is { } day ? DateText.Iso(day) : null);
}
