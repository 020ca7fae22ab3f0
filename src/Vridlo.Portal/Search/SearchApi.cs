using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Publishing;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary>Search in the open interface; the answer depends on nothing but the address, so it can be kept.</summary>
internal static class SearchApi
{
    private const int UsualLimit = 20;
    private const int MostLimit = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/search", Find)
        .Right(Rights.Public)
        .WithMetadata(new ShowsAttribute(Topics.Programme, Topics.Places, Topics.Nodes, Topics.Organisations, Topics.Money, Topics.Search))
        .Described<SearchFound>("search.find", examples: [("q", "lazenstvi"), ("lang", "cs"), ("limit", "20")]);

    private static async Task<IResult> Find(
        AskSearch ask, Declarations declared, TextCatalogue texts, Addresses addresses,
        string? q, string? lang, string? kind, int? limit, string? after, bool? prefix, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var reader = lang is null ? Language.Cs : Languages.Parse(lang);
        Check(reader is not null, "lang", lang);
        Check(string.IsNullOrEmpty(kind) || declared.SearchKinds.Any(k => k.Key == kind), "kind", kind);
        Check(limit is null or (>= 1 and <= MostLimit), "limit", limit?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Check(after is null || SearchPlace.Parse(after) is not null, "after", after);
        if (problems.Count > 0)
        {
            return problems.Answer();
        }

        var answer = await ask.Find(
            new()
            {
                Text = q ?? "",
                Reader = reader!.Value,
                Kind = string.IsNullOrEmpty(kind) ? null : kind,
                Limit = limit ?? UsualLimit,
                After = SearchPlace.Parse(after),
                LastIsBeginning = prefix ?? false,
            },
            stop);
        return Results.Json(Shape(Typed.Clean(q), answer, texts.In(reader.Value), addresses), ApiJson.Options);

        void Check(bool good, string name, string? value)
        {
            if (!good)
            {
                problems.Add(Problem.Invalid("portal.search.bad-" + name, name, value ?? ""));
            }
        }
    }

    private static SearchFound Shape(string query, SearchAnswer answer, Texts t, Addresses addresses) => new(
        query,
        t.Language.Code(),
        answer.Total,
        !answer.More,
        answer.Widened,
        [.. answer.Counts.Select(c => new FoundKind(c.Kind.Key, t[c.Kind.Several], answer.More ? null : c.Count))],
        [.. answer.Hits.Select(h => new FoundHit(
            h.Kind.Key, t[h.Kind.One], h.Code, h.Language.Code(), h.Title, h.Snippet, h.Above, h.Whose, addresses.In(h.Path, t.Language)))],
        answer.Instead,
        answer.Next?.ToString());
}

/// <summary>What search found.</summary>
/// <param name="Query">what was sought</param>
/// <param name="Language">the reader's language</param>
/// <param name="Total">how many things fit, counted up to 1000</param>
/// <param name="TotalIsExact">false when there are more</param>
/// <param name="Widened">whether nothing has the words asked for, so these only begin so</param>
/// <param name="Kinds">how many of each kind</param>
/// <param name="Hits">the hits of this page, best first</param>
/// <param name="Instead">when there are none: what may have been meant</param>
/// <param name="Next">value of <c>after</c> for the next page, or null on the last</param>
internal sealed record SearchFound(
    string Query, string Language, int Total, bool TotalIsExact, bool Widened,
    IReadOnlyList<FoundKind> Kinds, IReadOnlyList<FoundHit> Hits, IReadOnlyList<string> Instead, string? Next);

/// <summary>How many hits are of a kind; the count is null when there are too many to count.</summary>
internal sealed record FoundKind(string Kind, string Name, int? Count);

/// <summary>One hit; marks are ranges in UTF-16 units.</summary>
internal sealed record FoundHit(
    string Kind, string KindName, string? Code, string Language, Marked Title, Marked? Snippet, IReadOnlyList<string> Above, string? Programme, string Address);
