using System.Globalization;
using System.Text.Json;
using NodaTime;
using Vridlo.Core.Funds;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Funding;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Api;

/// <summary>A project. Sums are in crowns, of what is kept in crowns.</summary>
internal sealed record ProjectAnswer(
    string Code, string Title, Stage Stage, string StageSince, string Bearer, string? BearerNumber, string? Place, int? Readiness,
    decimal Planned, decimal Committed, decimal Paid, string? Starts, string? Ends);

/// <summary>What a project carries out, with its share of the money in per cent; without any shares the money is divided evenly.</summary>
internal sealed record LinkBody(string Code, decimal? Share = null);

/// <summary>
/// A project to enter, or as it is to be; the version is that which was seen, and of no use to a new one; stage and since when (today when left out) are of use only to a new one. Times are days, months, quarters or years.
/// It is at a point (latitude and longitude) or has a shape as GeoJSON; a shape that is left out stays, null takes it away. What is far from the
/// territory of the programme must be said to be so.
/// </summary>
internal sealed record ProjectBody(
    string Title,
    string BearerNumber = "",
    string BearerName = "",
    string Place = "",
    double? Latitude = null,
    double? Longitude = null,
    string Description = "",
    string Need = "",
    string Starts = "",
    string Ends = "",
    Readiness Documents = default,
    Readiness Permits = default,
    Readiness Land = default,
    Readiness Finance = default,
    IReadOnlyList<LinkBody>? Links = null,
    string Why = "",
    int Version = 0,
    bool Far = false,
    Stage Stage = Stage.Intent,
    string Since = "")
{
    /// <summary>Left out it is undefined, which a default of the constructor could not say in the description.</summary>
    public JsonElement Shape { get; init; }

    internal ProjectTyped Typed() => new(
        Title, BearerNumber, BearerName, Place, Number(Latitude), Number(Longitude), Description, Need, Starts, Ends,
        Documents.ToString(), Permits.ToString(), Land.ToString(), Finance.ToString(), [.. (Links ?? []).Select(l => (l.Code, Number(l.Share)))],
        Shape.ValueKind switch { JsonValueKind.Undefined => null, JsonValueKind.Null => "", _ => Shape.GetRawText() }, Far, Stage.ToString(), Since);

    private static string Number(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The stage a project comes to; the reason is public with it.</summary>
internal sealed record StageBody(Stage Stage, LocalDate Day, string Why, int Version, string Decision = "");

/// <summary>Many projects by their codes, and what is chosen beside them, such as a stage.</summary>
internal sealed record ManyProjects(IReadOnlyList<string> Projects, string Choice = "", string Why = "");

/// <summary>All rows of a part of a project; a row that was there before comes with its identity in the column <c>id</c>, values are written as people write them.</summary>
internal sealed record PartBody(int Version, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, string Why = "")
{
    internal IReadOnlyList<TypedRow> Typed() => [.. Rows.Select(r => new TypedRow(Guid.TryParse(r.GetValueOrDefault("id"), out var id) ? id : null, r))];
}

/// <summary>The whole plan of a project.</summary>
internal sealed record PlanBody(IReadOnlyList<PlannedBody> Sums, string Why = "");

/// <summary>What is planned of a fund in a year, in its currency.</summary>
internal sealed record PlannedBody(string Fund, int Year, decimal Sum)
{
    internal EnterMoney.PlanRow Typed() => new(Fund, Year.ToString(CultureInfo.InvariantCulture), Sum.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A sum to enter: a commitment, a payment or a return.</summary>
internal sealed record SumBody(SumKind Kind, string Fund, int Year, decimal Sum, LocalDate Day, string Document = "", string Note = "")
{
    internal EnterMoney.SumTyped Typed() =>
        new(Kind.ToString(), Fund, Year.ToString(CultureInfo.InvariantCulture), Sum.ToString(CultureInfo.InvariantCulture), Day, Document, Note);
}

/// <summary>Why a sum is reversed.</summary>
internal sealed record ReversalBody(string Why);

/// <summary>The numbers under which contracts and accounting (event, ORG) know a project: these and no others.</summary>
internal sealed record KeysBody(IReadOnlyList<string> Contracts, IReadOnlyList<string> Events);

/// <summary>How many numbers a project has now.</summary>
internal sealed record KeysAnswer(int Keys);

/// <summary>What stands for a thing that was entered.</summary>
internal sealed record EnteredAnswer(string Code);

/// <summary>The version a thing has now.</summary>
internal sealed record VersionAnswer(int Version);

/// <summary>How many postings it took.</summary>
internal sealed record PostedAnswer(int Postings);

/// <summary>How many achievements of the programme were taken over as projects.</summary>
internal sealed record TakenAnswer(int Taken);
