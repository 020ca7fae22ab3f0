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
        var today = services.GetRequiredService<IClock>().GetCurrentInstant().InZone(DateText.Zone).Date;
        var found = new List<Finding>();
        var kept = await db.Set<SearchScope>().AsNoTracking().ToListAsync(stop);
        foreach (var source in services.GetRequiredService<Declarations>().SearchSources)
        {
            var scopes = await source.Scopes(db, stop);
            found.AddRange(kept.Where(k => k.Source == source.Name && !scopes.Contains(k.Key)).Select(k => Of(source, k.Key)));
            foreach (var key in scopes)
            {
                var scope = kept.Find(k => k.Source == source.Name && k.Key == key);

                // A scope in which there is nothing to find was never written.
                if (scope is null ? await source.Items(db, key, today, stop).AnyAsync(stop) : !await Same(db, source, scope, stop))
                {
                    found.Add(Of(source, key));
                }
            }
        }

        return found;
    }

    private static Finding Of(ISearchSource source, string key) => new($"{source.Name} {key}");

    /// <summary>Compares entry by entry in the order in which they are made; of the entries of one thing their order is that of languages.</summary>
    private static async Task<bool> Same(AppDb db, ISearchSource source, SearchScope scope, CancellationToken stop)
    {
        var kinds = source.Kinds.ToDictionary(k => k.Key, StringComparer.Ordinal);
        var there = await db.Set<SearchEntry>().AsNoTracking().Where(e => e.Scope == scope.Number).ToDictionaryAsync(e => e.Id, stop);
        var (position, same) = (0, 0);
        await foreach (var item in source.Items(db, scope.Key, scope.Day, stop))
        {
            foreach (var entry in MakeEntries.Of(item, kinds[item.Kind], scope.Number, position))
            {
                if (!there.TryGetValue(entry.Id, out var kept) || kept != entry with { Tokens = kept.Tokens })
                {
                    return false;
                }

                same++;
            }

            position++;
        }

        return same == there.Count;
    }
}
