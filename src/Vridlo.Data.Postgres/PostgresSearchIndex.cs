using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Full text by a tsvector made of whole tokens, so that no text search configuration takes part, and a GIN index. For words
/// that are everywhere the planner walks the primary key instead, which is the order of the hits.
/// </summary>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    public async Task Add(AppDb db, IReadOnlyList<SearchEntry> entries, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_entry (id, scope, kind, language, code, title, body, above, whose, path)
            SELECT * FROM unnest({All(e => e.Id)}, {All(e => e.Scope)}, {All(e => e.Kind)}, {All(e => e.Language.ToString())}, {All(e => e.Code)},
                {All(e => e.Title)}, {All(e => e.Body)}, {All(e => e.Above)}, {All(e => e.Whose)}, {All(e => e.Path)})
            """, stop);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_text (id, words)
            SELECT id, array_to_tsvector(string_to_array(tokens, ' ')) FROM unnest({All(e => e.Id)}, {All(e => e.Tokens)}) AS new (id, tokens)
            """, stop);

        T[] All<T>(Func<SearchEntry, T> value) => [.. entries.Select(value)];
    }

    public async Task Remove(AppDb db, IReadOnlyList<long> scopes, CancellationToken stop)
    {
        long[] numbers = [.. scopes];
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_text USING search_entry e WHERE e.id = search_text.id AND e.scope = ANY({numbers})", stop);
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_entry WHERE scope = ANY({numbers})", stop);
    }

    public async Task<IReadOnlyList<long>> Some(AppDb db, SearchExpression what, int limit, CancellationToken stop)
    {
        var match = Write(what, new()).ToString();
        return await db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM search_text WHERE words @@ {match}::tsquery LIMIT {limit}").ToListAsync(stop);
    }

    public async Task<IReadOnlyList<SearchPlace>> Best(AppDb db, IReadOnlyList<SearchStep> steps, int limit, CancellationToken stop)
    {
        if (steps.Count == 0)
        {
            return [];
        }

        // The steps stand in one statement; the outer limit ends it before the later ones begin. A part with a limit of its own
        // never runs in a parallel worker, so the parts keep their order.
        var (sql, values) = (new StringBuilder("SELECT * FROM ("), new List<object>());
        foreach (var (i, step) in steps.Index())
        {
            var at = values.Count;
            sql.Append(i == 0 ? "" : " UNION ALL ").Append(CultureInfo.InvariantCulture, $$"""
                SELECT * FROM (SELECT {{step.Number}} AS "Step", id AS "Id" FROM search_text
                    WHERE words @@ {{{at}}}::tsquery AND id > {{{at + 1}}} AND id <= {{{at + 2}}} ORDER BY id LIMIT {{{at + 3}}}) AS "Found{{i}}"
                """);
            values.AddRange([Write(step.What, new()).ToString(), step.After, step.Last, limit]);
        }

        sql.Append(CultureInfo.InvariantCulture, $$""") AS "All" LIMIT {{{values.Count}}}""");
        values.Add(limit);
        return await db.Database.SqlQueryRaw<SearchPlace>(sql.ToString(), [.. values]).ToListAsync(stop);
    }

    // Without fresh statistics the planner does not know which tokens are everywhere.
    public Task Tidy(AppDb db, CancellationToken stop) => db.Database.ExecuteSqlAsync($"ANALYZE search_text", stop);

    private static StringBuilder Write(SearchExpression what, StringBuilder query) => what switch
    {
        SearchExpression.Token token => query.Append('\'')
            .Append(token.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal))
            .Append(token.Beginning ? "':*" : "'"),
        SearchExpression.All all => Join(all.Parts, " & ", query),
        SearchExpression.Any any => Join(any.Parts, " | ", query),
        SearchExpression.Except except => Join([except.What, except.Without], " & !", query),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static StringBuilder Join(IReadOnlyList<SearchExpression> parts, string between, StringBuilder query)
    {
        query.Append('(');
        foreach (var (i, part) in parts.Index())
        {
            Write(part, i == 0 ? query : query.Append(between));
        }

        return query.Append(')');
    }
}
