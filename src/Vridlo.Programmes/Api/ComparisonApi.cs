using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Public.Editions;
using static Vridlo.Programmes.Api.ProgrammesApi;

namespace Vridlo.Programmes.Api;

/// <summary>Comparison of two editions in the open interface.</summary>
internal static class ComparisonApi
{
    public static void Map(RouteGroupBuilder programmes) =>
        programmes.MapGet("/{programme}/comparison", Answer)
            .Described<ComparisonAnswer>("comparison.editions", examples: [Programme, ("from", "2021"), ("to", "2021")]);

    private static async Task<IResult> Answer(string programme, string? from, string? to, AskedEdition asked, IProgrammeLedger ledger, CancellationToken stop)
    {
        Problem[] missing = [.. new[] { (Name: "from", Value: from), (Name: "to", Value: to) }
            .Where(p => string.IsNullOrEmpty(p.Value)).Select(p => Problem.Invalid("programmes.api.parameter-missing", p.Name, p.Name))];
        if (missing.Length > 0)
        {
            return missing.Answer();
        }

        var (earlier, later) = (await asked.Find(programme, from, null, stop), await asked.Find(programme, to, null, stop));
        if (!earlier.Ok || !later.Ok)
        {
            return (earlier.Ok ? later : earlier).Problems.Answer();
        }

        var found = Comparison.Of(await ledger.Difference(earlier.Value.Id, later.Value.Id, stop));
        return Results.Json(
            new ComparisonAnswer(
                programme,
                earlier.Value.Code,
                later.Value.Code,
                found.Same,
                [.. found.Added.Select(n => n.Refer())],
                [.. found.Dropped.Select(n => n.Refer())],
                [.. found.Moved.Select(p => new MovedAnswer(p.After.Id.Value, p.After.Kind, p.Before.Code, p.After.Code, p.After.Title))],
                [.. found.Reworded.SelectMany(p => p.Texts.Select(t => new RewordedAnswer(p.After.Id.Value, p.After.Kind, p.After.Code, t.Field, t.Before, t.After)))]),
            ApiJson.Options);
    }
}
