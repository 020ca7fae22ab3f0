using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>
/// Searches everything that is public. What fits equally well is listed in the order of <see cref="SearchEntry.Id"/>, which
/// the index walks by itself, so even a word that is everywhere is answered by reading one page of hits.
/// </summary>
public sealed class SearchThings(AppDb db, IEngine engine, Declarations declared)
{
    private const int MostCounted = 1000;

    /// <summary>Finds; never fails, whatever was typed.</summary>
    public async Task<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        var question = SearchQuestion.Of(request);
        var kind = request.Kind is null ? null : declared.SearchKinds.FirstOrDefault(k => k.Key == request.Kind);
        if (question.Words.Count == 0 || (request.Kind is not null && kind is null))
        {
            return SearchAnswer.Nothing with { Asked = question.Words.Count > 0 };
        }

        var counted = await Count(question, stop);
        var widened = counted.Count == 0 && !request.LastIsBeginning;
        if (widened)
        {
            question = question.Wider(request);
            counted = await Count(question, stop);
        }

        if (counted.Count == 0)
        {
            return SearchAnswer.Nothing with { Asked = true, Instead = request.LastIsBeginning ? [] : await new Misspelling(db, engine).Instead(question, request.Reader, stop) };
        }

        var places = await Places(question, kind, request, stop);
        var hits = await Hits(places.Take(request.Limit), question.Words, stop);
        return new()
        {
            Hits = hits,
            Next = places.Count > request.Limit ? places[request.Limit - 1] : null,
            Counts = Counts(counted),
            More = counted.Count > MostCounted,
            Widened = widened && hits.Count > 0,
            Asked = true,
        };
    }

    private Task<IReadOnlyList<long>> Count(SearchQuestion question, CancellationToken stop) =>
        engine.Search.Some(db, question.Whole(), MostCounted + 1, stop);

    /// <summary>One more place than wanted, where there is one.</summary>
    private Task<IReadOnlyList<SearchPlace>> Places(SearchQuestion question, SearchKind? kind, SearchRequest request, CancellationToken stop)
    {
        var (before, last) = kind is null ? (-1, long.MaxValue) : SearchEntry.Range(kind.Order);
        var from = request.After ?? new(0, before);
        var steps = question.Steps().Index().Skip(from.Step)
            .Select(s => new SearchStep(s.Index, s.Item, s.Index == from.Step ? Math.Max(before, from.Id) : before, last)).ToList();
        return engine.Search.Best(db, steps, request.Limit + 1, stop);
    }

    private async Task<IReadOnlyList<SearchHit>> Hits(IEnumerable<SearchPlace> places, IReadOnlyList<AskedWord> asked, CancellationToken stop)
    {
        var ids = places.Select(p => p.Id).ToList();
        var entries = ids.Count == 0
            ? []
            : await db.Set<SearchEntry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, stop);
        var kinds = declared.SearchKinds.ToDictionary(k => k.Key, StringComparer.Ordinal);
        return [.. from id in ids
                   where entries.ContainsKey(id)
                   let entry = entries[id]
                   where kinds.ContainsKey(entry.Kind)
                   select Hit(entry, kinds[entry.Kind], asked)];
    }

    private static SearchHit Hit(SearchEntry entry, SearchKind kind, IReadOnlyList<AskedWord> asked) => new()
    {
        Kind = kind,
        Code = entry.Code,
        Language = entry.Language,
        Title = Marking.Mark(entry.Title, entry.Language, asked),
        Snippet = entry.Body.Length == 0 ? null : Marking.Snippet(entry.Body, entry.Language, asked),
        Above = entry.Above.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Whose = entry.Whose,
        Path = entry.Path,
    };

    private List<SearchCount> Counts(IReadOnlyList<long> ids)
    {
        var byKind = ids.Take(MostCounted).CountBy(SearchEntry.KindOf).ToDictionary();
        return [.. declared.SearchKinds.Where(k => byKind.ContainsKey(k.Order)).Select(k => new SearchCount(k, byKind[k.Order]))];
    }
}
