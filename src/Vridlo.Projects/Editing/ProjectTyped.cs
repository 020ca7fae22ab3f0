using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>A project as it was typed: every field a text.</summary>
/// <param name="Links">codes of activities or measures, each with its share of the money in per cent; empty shares are made equal</param>
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
    IReadOnlyList<(string Code, string Share)> Links);

/// <summary>The same, read.</summary>
internal sealed record ProjectRead(
    string Title,
    OrganisationListed? Bearer,
    OrganisationFacts NewBearer,
    string? Place,
    (double Latitude, double Longitude)? Point,
    string Description,
    string Need,
    LocalDate? Starts,
    LocalDate? Ends,
    Readiness Documents,
    Readiness Permits,
    Readiness Land,
    Readiness Finance,
    IReadOnlyList<NodeShare> Links);

/// <summary>Reads what was typed of a project, and says all that is wrong with it at once.</summary>
internal sealed class ReadProject(IOrganisations organisations, IPlaces places, OwnProgramme nodes)
{
    public const int LongestTitle = 300, LongestText = 20_000, MostLinks = 20;

    public async Task<Result<ProjectRead>> Run(ProjectTyped typed, Language language, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var number = Given(typed.BearerNumber, CompanyNumber.Read, "bearerNumber");
        var (starts, ends) = (Given(typed.Starts, PeriodText.Read, "starts"), Given(typed.Ends, PeriodText.Read, "ends"));
        var (latitude, longitude) = (Degrees(typed.Latitude, 90, "latitude"), Degrees(typed.Longitude, 180, "longitude"));
        var (title, place, bearer) = (typed.Title.Trim(), typed.Place.Trim(), typed.BearerName.Trim());
        var found = number.HasValue || bearer.Length > 0 ? await organisations.Find(number?.Digits, bearer, stop) : null;

        When(title.Length is 0 or > LongestTitle, "projects.title-missing", "title", LongestTitle);
        When(typed.Description.Length > LongestText, "projects.text-long", "description", LongestText);
        When(typed.Need.Length > LongestText, "projects.text-long", "need", LongestText);
        When(found is null && bearer.Length == 0 && typed.BearerNumber.Trim().Length == 0, "projects.bearer-missing", "bearerName");
        When(found is null && bearer.Length == 0 && number.HasValue, "projects.bearer-unknown", "bearerName", number?.Digits ?? "");
        When(place.Length > 0 && !await places.All.AnyAsync(p => p.Code == place && p.Kind == PlaceKind.Municipality, stop), "projects.place-unknown", "place");
        When(latitude.HasValue != longitude.HasValue, "projects.point-half", "latitude");
        When(starts?.First > ends?.Last, "period.backwards", "ends", $"{typed.Starts.Trim()} – {typed.Ends.Trim()}");
        var links = await Linked(typed.Links, language, problems, stop);
        var conditions = new[] { (typed.Documents, "documents"), (typed.Permits, "permits"), (typed.Land, "land"), (typed.Finance, "finance") }.Select(c => Condition(c.Item1, c.Item2)).ToList();
        return problems.Count > 0 ? problems.ToArray() : new ProjectRead(
            title, found, new(bearer, number?.Digits ?? ""), place.Length == 0 ? null : place, latitude is { } n && longitude is { } e ? (n, e) : null,
            typed.Description.Trim(), typed.Need.Trim(), starts?.First, ends?.Last, conditions[0], conditions[1], conditions[2], conditions[3], links);

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

    /// <summary>The nodes with their shares; where no share was typed at all the money is divided evenly.</summary>
    private async Task<IReadOnlyList<NodeShare>> Linked(IReadOnlyList<(string Code, string Share)> typed, Language language, List<Problem> problems, CancellationToken stop)
    {
        var rows = typed.Select((row, i) => (Code: row.Code.Trim(), Share: row.Share.Trim(), Field: i)).Where(r => r.Code.Length > 0 || r.Share.Length > 0).Take(MostLinks + 1).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var known = await nodes.ByCode(stop);
        var even = rows.All(r => r.Share.Length == 0) ? new Money(NodeShare.Whole, default).Split([.. rows.Select(_ => 1L)]) : null;
        var links = new List<NodeShare>();
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var share = even is null ? Hundredths(row.Share, language) : (int)even[i].Minor;
            Check(rows.Count > MostLinks, "projects.links-many", "link", MostLinks);
            Check(!known.ContainsKey(row.Code), "projects.link-unknown", "link", row.Code);
            Check(share is null or <= 0, "projects.share-wrong", "share", row.Share);
            Check(rows.Any(r => r.Code == row.Code && r.Field < row.Field), "projects.link-twice", "link", row.Code);
            if (known.TryGetValue(row.Code, out var node))
            {
                links.Add(new(node.Id, share ?? 0));
            }

            void Check(bool wrong, string code, string field, params IReadOnlyList<object> arguments) =>
                problems.AddRange(wrong ? [Problem.Invalid(code, $"{field}-{row.Field}", arguments)] : Array.Empty<Problem>());
        }

        if (problems.Count == 0 && links.Sum(l => l.Share) != NodeShare.Whole)
        {
            problems.Add(Problem.Invalid("projects.shares-not-whole", $"share-{rows[0].Field}", (links.Sum(l => l.Share) / 100.0).ToString("0.##", language.Culture())));
        }

        return links;
    }

    /// <summary>Per cent with at most two decimals, in hundredths.</summary>
    private static int? Hundredths(string text, Language language) =>
        decimal.TryParse(text.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, language.Culture(), out var share) && share is > 0 and <= 100 && share * 100 == decimal.Truncate(share * 100)
            ? (int)(share * 100) : null;
}
