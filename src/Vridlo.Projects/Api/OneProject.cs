using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NetTopologySuite.IO.Converters;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Funds;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Showing;

namespace Vridlo.Projects.Api;

/// <summary>A project with all that is public of it; its version is what changing it takes. The shape is GeoJSON, or null.</summary>
internal sealed record ProjectDetail(
    string Code, int Version, string Title, Stage Stage, LocalDate StageSince, string Bearer, string? BearerNumber, string? Place, double? Latitude, double? Longitude, JsonElement? Shape,
    string Description, string Need, LocalDate? Starts, LocalDate? Ends, Readiness Documents, Readiness Permits, Readiness Land, Readiness Finance, int? Readiness,
    IReadOnlyList<LinkDetail> Links, IReadOnlyList<StageDetail> Stages, IReadOnlyList<SumDetail> Sums, IReadOnlyList<PartDetail> Parts);

/// <summary>What a project carries out, with its share of the money in per cent.</summary>
internal sealed record LinkDetail(string Code, decimal Share);

/// <summary>A stage it came to.</summary>
internal sealed record StageDetail(Stage Stage, LocalDate Day, string Why, string Decision);

/// <summary>What it has of a fund in a year, in the fund's currency.</summary>
internal sealed record SumDetail(string Fund, Payer Payer, int Year, SumKind Kind, decimal Sum, Currency Currency);

/// <summary>The rows of a part, each with its identity in the column <c>id</c>; they are written back as they are read.</summary>
internal sealed record PartDetail(string Name, int Version, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

/// <summary>Answers with one project, or one of its parts.</summary>
internal static class OneProject
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public static async Task<IResult> Answer(string code, ReadOne read, ReadParts parts, CancellationToken stop)
    {
        if (await read.ByCode(code, stop) is not { Project: var p } shown)
        {
            return Unknown;
        }

        var filled = await parts.All(p.Id, Language.En, publicly: true, stop);
        return Results.Json(
            new ProjectDetail(
                p.Code, p.Version, p.Title, p.Stage, p.StageSince, shown.Bearer.Name, shown.Bearer.Number, p.Place, p.Latitude, p.Longitude,
                p.Shape is { } shape ? JsonSerializer.SerializeToElement(shape.Geometry, GeoJson) : null,
                p.Description, p.Need, p.Starts, p.Ends, p.Documents, p.Permits, p.Land, p.Finance, p.Readied,
                [.. shown.Links.Select(l => new LinkDetail(l.Node.Code, l.Share / 100m))],
                [.. shown.Stages.Select(s => new StageDetail(s.Stage, s.Day, s.Why, s.Decision))],
                [.. shown.Sums.Select(s => new SumDetail(s.Code, s.Payer, s.Year, s.Kind, new Money(s.Amount, s.Currency).Whole, s.Currency))],
                [.. filled.Select(f => Detail(f, p.Version))]),
            ApiJson.Options);
    }

    /// <summary>A part, also one that is not public for who may read this very project.</summary>
    public static async Task<IResult> Answer(string code, string part, ReadOne read, ReadParts parts, ProjectAccess access, CancellationToken stop) =>
        await read.Project(code, stop) is not { } project ? Unknown
        : ProjectParts.All.FirstOrDefault(p => p.Name == part) is not { } known ? Problem.NotFound("projects.part.unknown").Answer()
        : !known.IsPublic && !await access.May(ProjectRights.Read, project.Id, stop) ? Problem.Forbidden("projects.part.may-not-read").Answer()
        : Results.Json(Detail(await parts.One(known, project.Id, Language.En, stop), project.Version), ApiJson.Options);

    private static IResult Unknown => Problem.NotFound("projects.unknown").Answer();

    private static PartDetail Detail(PartShown shown, int version) => new(shown.Part.Name, version,
        [.. shown.Rows.Select(r => shown.Part.Fields.Select(f => KeyValuePair.Create(f.Name, shown.Reader.Typed(shown.Part.Value(r, f)))).Prepend(new("id", r.Id.ToString())).ToDictionary())]);
}
