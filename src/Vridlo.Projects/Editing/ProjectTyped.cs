using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Shapes;

namespace Vridlo.Projects.Editing;

/// <summary>A project as it was typed: every field a text.</summary>
/// <param name="Links">codes of activities or measures, each with its share of the money in per cent; empty shares are made equal</param>
/// <param name="Shape">a shape as <see cref="ReadShape"/> reads it, which goes before the point of latitude and longitude; empty when there is to be none but that point; null when nothing is said, so that a line or an area stays</param>
/// <param name="Far">whether it is really far from the territory of the programme</param>
/// <param name="Stage">the stage at which a new project stands; it changes by <see cref="Stages.ChangeStage"/></param>
/// <param name="Since">since when it stands there, a day or a period; today when nothing is said</param>
internal sealed record ProjectTyped(
    string Title,
    string BearerNumber,
    string BearerName,
    string Place,
    string Latitude,
    string Longitude,
    string Description,
    string Need,
    string Starts,
    string Ends,
    string Documents,
    string Permits,
    string Land,
    string Finance,
    IReadOnlyList<(string Code, string Share)> Links,
    string? Shape = null,
    bool Far = false,
    string Stage = "",
    string Since = "");

/// <summary>The same, read.</summary>
/// <param name="Shape">the shape that was given, or null</param>
/// <param name="KeepsShape">whether a line or an area that is there stays when none was given</param>
internal sealed record ProjectRead(
    string Title,
    OrganisationListed? Bearer,
    OrganisationFacts NewBearer,
    string? Place,
    Shape? Shape,
    bool KeepsShape,
    string Description,
    string Need,
    LocalDate? Starts,
    LocalDate? Ends,
    Readiness Documents,
    Readiness Permits,
    Readiness Land,
    Readiness Finance,
    IReadOnlyList<NodeShare> Links,
    Stage? Stage,
    LocalDate? Since)
{
    /// <summary>The point that was given, or null.</summary>
    public (double Latitude, double Longitude)? Point => Shape?.Single is { } at ? (at.Y, at.X) : null;
}

/// <summary>Reads what was typed of a project, and says all that is wrong with it at once.</summary>
internal sealed class ReadProject(IProjectFacts facts, ReadLinks readLinks)
{
    public const int LongestTitle = 300, LongestText = 20_000;

    /// <param name="typed">the texts</param>
    /// <param name="language">the language of the form, for numbers</param>
    /// <param name="stop">ends the reading</param>
    /// <param name="there">what the project carries out already; null of a new one</param>
    /// <param name="bears">who bears it already and goes on with it while neither number nor name says another, whoever else is called the same; null of a new one</param>
    public async Task<Result<ProjectRead>> Run(ProjectTyped typed, Language language, CancellationToken stop, IReadOnlyList<StandingLink>? there = null, OrganisationListed? bears = null)
    {
        var problems = new List<Problem>();
        var number = Given(typed.BearerNumber, CompanyNumber.Read, "bearerNumber");
        var (starts, ends) = (Given(typed.Starts, PeriodText.Read, "starts"), Given(typed.Ends, PeriodText.Read, "ends"));
        var (latitude, longitude) = (Degrees(typed.Latitude, 90, "latitude"), Degrees(typed.Longitude, 180, "longitude"));
        var (title, place, bearer) = (typed.Title.Trim(), typed.Place.Trim(), typed.BearerName.Trim());
        var found = Stays(bears, typed.BearerNumber.Trim(), number?.Digits, bearer) ? bears
            : number.HasValue || bearer.Length > 0 ? await facts.Organisation(number?.Digits, bearer, stop) : null;

        When(title.Length is 0 or > LongestTitle, "projects.title-missing", "title", LongestTitle);
        When(typed.Description.Length > LongestText, "projects.text-long", "description", LongestText);
        When(typed.Need.Length > LongestText, "projects.text-long", "need", LongestText);
        When(found is null && bearer.Length == 0 && typed.BearerNumber.Trim().Length == 0, "projects.bearer-missing", "bearerName");
        When(found is null && bearer.Length == 0 && number.HasValue, "projects.bearer-unknown", "bearerName", number?.Digits ?? "");
        When(place.Length > 0 && !await facts.IsMunicipality(place, stop), "projects.place-unknown", "place");
        When(latitude.HasValue != longitude.HasValue, "projects.point-half", "latitude");
        var shape = typed.Shape?.Trim().Length > 0 ? Drawn(ReadShape.Run(typed.Shape)) : latitude is { } n && longitude is { } e ? Shape.At(n, e) : null;
        When(shape is not null && !typed.Far && await facts.IsFar(shape, stop), "projects.shape.far", typed.Shape?.Trim().Length > 0 ? "shape" : "latitude");
        When(starts?.First > ends?.Last, "period.backwards", "ends", $"{typed.Starts.Trim()} – {typed.Ends.Trim()}");
        var since = Given(typed.Since, PeriodText.Read, "since");
        When(since?.First > facts.Today, "projects.stage-future", "since");
        var stage = Enum.TryParse<Stage>(typed.Stage, out var named) && Enum.IsDefined(named) ? named : (Stage?)null;
        When(typed.Stage.Length > 0 && stage is null, "projects.stage-wrong", "stage");
        var links = await readLinks.Run(typed.Links, language, ReadLinks.Most, stop, there);
        problems.AddRange(links.Problems);
        var conditions = new[] { (typed.Documents, "documents"), (typed.Permits, "permits"), (typed.Land, "land"), (typed.Finance, "finance") }.Select(c => Condition(c.Item1, c.Item2)).ToList();
        return problems.Count > 0 ? problems.ToArray() : new ProjectRead(
            title, found, new(bearer, number?.Digits ?? ""), place.Length == 0 ? null : place, shape, typed.Shape is null,
            typed.Description.Trim(), typed.Need.Trim(), starts?.First, ends?.Last, conditions[0], conditions[1], conditions[2], conditions[3], links.Value ?? [], stage, since?.First);

        void When(bool wrong, string code, string field, params IReadOnlyList<object> arguments) =>
            problems.AddRange(wrong ? [Problem.Invalid(code, field, arguments)] : Array.Empty<Problem>());

        T? Given<T>(string text, Func<string, Result<T>> read, string field)
            where T : struct
        {
            if (text.Trim().Length == 0)
            {
                return null;
            }

            var result = read(text.Trim());
            problems.AddRange(result.Problems.Select(p => p with { Field = field }));
            return result.Ok ? result.Value : null;
        }

        Shape? Drawn(Result<Shape> read)
        {
            problems.AddRange(read.Problems.Select(p => p with { Field = "shape" }));
            return read.Value;
        }

        double? Degrees(string text, int most, string field)
        {
            var good = double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most;
            When(text.Trim().Length > 0 && !good, "projects.degrees-wrong", field, most);
            return good ? degrees : null;
        }

        Readiness Condition(string text, string field)
        {
            var good = Enum.TryParse<Readiness>(text, out var condition) && Enum.IsDefined(condition);
            When(text.Length > 0 && !good, "projects.readiness-wrong", field);
            return good ? condition : Readiness.Open;
        }
    }

    /// <summary>Whether what was typed of the bearer is what holds already; what is left out says nothing.</summary>
    private static bool Stays(OrganisationListed? bears, string number, string? digits, string name) => bears is not null && number.Length + name.Length > 0
        && (number.Length == 0 || digits == bears.Number) && (name.Length == 0 || OrganisationNames.Key(name) == bears.NameKey);
}
