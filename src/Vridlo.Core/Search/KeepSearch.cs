using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>Writes the entries of scopes anew, within the transaction of the given context.</summary>
internal sealed class KeepSearch(IReadOnlyList<ISearchSource> sources, ISearchIndex index)
{
    private const int Batch = 500;
    private const int Many = 5000;

    /// <summary>The scopes that what is about to be saved touches, in one order: who writes several never waits for another in a circle.</summary>
    public IReadOnlyList<(ISearchSource Source, string Scope)> Touched(AppDb db) =>
        [.. sources.SelectMany(s => s.Touched(db).Distinct().Order(StringComparer.Ordinal).Select(scope => (s, scope)))];

    /// <summary>The scopes whose public state has changed by itself since they were written; all of a source that has come with an update.</summary>
    public async Task<IReadOnlyList<(ISearchSource Source, string Scope)>> Due(AppDb db, LocalDate today, CancellationToken stop)
    {
        var days = await db.Set<SearchScope>().GroupBy(s => s.Source).Select(g => new { Source = g.Key, Since = g.Min(s => s.Day) }).ToListAsync(stop);
        var due = new List<(ISearchSource, string)>();
        foreach (var source in sources)
        {
            var scopes = days.Find(d => d.Source == source.Name) is { } written ? await source.Due(db, written.Since, today, stop) : await source.Scopes(db, stop);
            due.AddRange(scopes.Select(scope => (source, scope)));
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

    /// <summary>Writes the scopes anew from what is saved, many of a source at once.</summary>
    public async Task Write(AppDb db, IReadOnlyList<(ISearchSource Source, string Scope)> scopes, LocalDate today, IProgress<double>? progress, CancellationToken stop)
    {
        var (written, done) = (0, 0);
        foreach (var source in scopes.GroupBy(s => s.Source, s => s.Scope))
        {
            foreach (var keys in source.Chunk(ISearchSource.AtOnce))
            {
                written += await Write(db, source.Key, keys, today, stop);
                done += keys.Length;
                progress?.Report((double)done / scopes.Count);
            }
        }

        if (written >= Many)
        {
            await index.Tidy(db, stop);
        }
    }

    /// <summary>Removes all there is.</summary>
    public async Task Empty(AppDb db, CancellationToken stop)
    {
        foreach (var some in (await db.Set<SearchScope>().Select(s => s.Number).ToListAsync(stop)).Chunk(ISearchSource.AtOnce))
        {
            await index.Remove(db, some, stop);
        }
    }

    private async Task<int> Write(AppDb db, ISearchSource source, string[] keys, LocalDate today, CancellationToken stop)
    {
        var numbers = await Numbers(db, source.Name, keys, today, stop);
        await index.Remove(db, [.. numbers.Values], stop);
        var (batch, written) = (new List<SearchEntry>(Batch), 0);
        await foreach (var (_, entries) in MakeEntries.Of(db, source, keys, numbers, today, stop))
        {
            batch.AddRange(entries);
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

    /// <summary>The numbers of scopes; on PostgreSQL their rows stay locked until the commit, so two writers of one scope take turns.</summary>
    private static async Task<Dictionary<string, long>> Numbers(AppDb db, string source, string[] keys, LocalDate today, CancellationToken stop)
    {
        var rows = string.Join(", ", keys.Index().Select(k => $$"""({0}, {{{k.Index + 2}}}, {1})"""));
        var sql = $"INSERT INTO search_scope (source, key, day) VALUES {rows} ON CONFLICT (source, key) DO UPDATE SET day = excluded.day RETURNING key AS \"Key\", number AS \"Number\"";
        var numbered = await db.Database.SqlQueryRaw<Numbered>(sql, [source, today.ToDateOnly(), .. keys]).ToListAsync(stop);
        return numbered.ToDictionary(n => n.Key, n => n.Number, StringComparer.Ordinal);
    }

    private sealed record Numbered(string Key, long Number);
}
