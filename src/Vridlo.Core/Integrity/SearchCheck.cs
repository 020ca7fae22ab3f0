using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Core.Integrity;

/// <summary>Whether the index of search says what would be written now.</summary>
internal static class SearchCheck
{
    public static IntegrityCheck Check { get; } = new("core.check.search-drift", Severity.Error, "core.check.search-drift.title", "core.check.search-drift.todo", Drifted);

    private static async Task<IReadOnlyList<Finding>> Drifted(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var today = services.GetRequiredService<IClock>().Today();
        var found = new List<Finding>();
        var kept = await db.Set<SearchScope>().AsNoTracking().ToListAsync(stop);
        foreach (var source in services.GetRequiredService<Declarations>().SearchSources)
        {
            var (scopes, there) = (await source.Scopes(db, stop), kept.Where(k => k.Source == source.Name).ToDictionary(k => k.Key, StringComparer.Ordinal));
            var wrong = there.Keys.Except(scopes).ToList();
            foreach (var day in scopes.GroupBy(s => there.GetValueOrDefault(s)?.Day ?? today))
            {
                foreach (var some in day.Chunk(ISearchSource.AtOnce))
                {
                    wrong.AddRange(await Drifted(db, source, some, there, day.Key, stop));
                }
            }

            found.AddRange(wrong.Select(key => new Finding($"{source.Name} {key}")));
        }

        return found;
    }

    /// <summary>Compares scopes of one day entry by entry; one in which there is nothing to find may never have been written.</summary>
    private static async Task<IEnumerable<string>> Drifted(AppDb db, ISearchSource source, string[] keys, Dictionary<string, SearchScope> kept, LocalDate day, CancellationToken stop)
    {
        var numbers = keys.Where(kept.ContainsKey).ToDictionary(k => k, k => kept[k].Number, StringComparer.Ordinal);
        var there = await db.Set<SearchEntry>().AsNoTracking().Where(e => numbers.Values.Contains(e.Scope)).ToDictionaryAsync(e => e.Id, stop);
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (scope, entries) in MakeEntries.Of(db, source, keys, numbers, day, stop))
        {
            if (!kept.ContainsKey(scope) || !entries.All(e => there.Remove(e.Id, out var now) && now == e with { Tokens = now.Tokens }))
            {
                wrong.Add(scope);
            }
        }

        var left = there.Values.Select(e => e.Scope).ToHashSet();
        return keys.Where(k => wrong.Contains(k) || (kept.TryGetValue(k, out var scope) && left.Contains(scope.Number)));
    }
}
