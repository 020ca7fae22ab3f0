using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>Writes the entries of scopes anew, within the transaction of the given context.</summary>
internal sealed class KeepSearch(IReadOnlyList<ISearchSource> sources, ISearchIndex index)
{
    private const int Batch = 500;
    private const int Many = 5000;

    /// <summary>The scopes that what is about to be saved touches.</summary>
    public IReadOnlyList<(ISearchSource Source, string Scope)> Touched(AppDb db) =>
        [.. sources.SelectMany(s => s.Touched(db).Distinct().Select(scope => (s, scope)))];

    /// <summary>The scopes whose public state has changed by itself since they were written.</summary>
    public async Task<IReadOnlyList<(ISearchSource Source, string Scope)>> Due(AppDb db, LocalDate today, CancellationToken stop)
    {
        var days = await db.Set<SearchScope>().GroupBy(s => s.Source).Select(g => new { Source = g.Key, Since = g.Min(s => s.Day) }).ToListAsync(stop);
        var due = new List<(ISearchSource, string)>();
        foreach (var (source, since) in sources.Join(days, s => s.Name, d => d.Source, (s, d) => (s, d.Since)))
        {
            due.AddRange((await source.Due(db, since, today, stop)).Select(scope => (source, scope)));
        }

        return due;
    }

    /// <summary>Every scope of every source.</summary>
    public async Task<IReadOnlyList<(ISearchSource Source, string Scope)>> All(AppDb db, CancellationToken stop)
    {
        var all = new List<(ISearchSource, string)>();
        foreach (var source in sources)
        {
            all.AddRange((await source.Scopes(db, stop)).Select(scope => (source, scope)));
        }

        return all;
    }

    /// <summary>Writes the scopes anew from what is saved.</summary>
    public async Task Write(AppDb db, IReadOnlyList<(ISearchSource Source, string Scope)> scopes, LocalDate today, IProgress<double>? progress, CancellationToken stop)
    {
        var written = 0;
        foreach (var (done, (source, scope)) in scopes.Index())
        {
            written += await Write(db, source, scope, today, stop);
            progress?.Report((done + 1.0) / scopes.Count);
        }

        if (written >= Many)
        {
            await index.Tidy(db, stop);
        }
    }

    /// <summary>Removes what belongs to no source any more.</summary>
    public async Task Empty(AppDb db, CancellationToken stop)
    {
        foreach (var scope in await db.Set<SearchScope>().Select(s => s.Number).ToListAsync(stop))
        {
            await index.Remove(db, scope, stop);
        }
    }

    private async Task<int> Write(AppDb db, ISearchSource source, string key, LocalDate today, CancellationToken stop)
    {
        var kinds = source.Kinds.ToDictionary(k => k.Key, StringComparer.Ordinal);
        var scope = await Number(db, source.Name, key, today, stop);
        await index.Remove(db, scope, stop);
        var (position, written) = (0, 0);
        var batch = new List<SearchEntry>(Batch);
        await foreach (var item in source.Items(db, key, today, stop))
        {
            batch.AddRange(MakeEntries.Of(item, kinds[item.Kind], scope, position++));
            if (batch.Count >= Batch)
            {
                await Flush();
            }
        }

        await Flush();
        return written;

        async Task Flush()
        {
            if (batch.Count > 0)
            {
                await index.Add(db, batch, stop);
                written += batch.Count;
                batch.Clear();
            }
        }
    }

    /// <summary>The scope's number; on PostgreSQL its row stays locked until the commit, so two writers of one scope take turns.</summary>
    private static async Task<long> Number(AppDb db, string source, string key, LocalDate today, CancellationToken stop)
    {
        var day = today.ToDateOnly();
        var numbers = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO search_scope (source, key, day) VALUES ({source}, {key}, {day})
            ON CONFLICT (source, key) DO UPDATE SET day = excluded.day RETURNING number AS "Value"
            """).ToListAsync(stop);
        return numbers[0];
    }
}
