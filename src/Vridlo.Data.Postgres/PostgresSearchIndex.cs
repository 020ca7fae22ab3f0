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

    public async Task Remove(AppDb db, long scope, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_text USING search_entry e WHERE e.id = search_text.id AND e.scope = {scope}", stop);
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_entry WHERE scope = {scope}", stop);
    }

    public async Task<IReadOnlyList<long>> Find(
        AppDb db, SearchExpression what, long after, long last, int limit, bool ordered, CancellationToken stop)
    {
        var query = Write(what, new()).ToString();
        var found = ordered
            ? db.Database.SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM search_text
                WHERE words @@ {query}::tsquery AND id > {after} AND id <= {last} ORDER BY id LIMIT {limit}
                """)
            : db.Database.SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM search_text
                WHERE words @@ {query}::tsquery AND id > {after} AND id <= {last} LIMIT {limit}
                """);
        return await found.ToListAsync(stop);
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
