using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Data.Sqlite;

/// <summary>Full text by FTS5: its lists are in the order of the row identifiers, so the best hits are read first.</summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    /// <summary>
    /// Only the tokens are indexed, neither their positions (nothing asks for phrases) nor the text (it is in search_entry).
    /// The tokens are whole already, so nothing but spaces may part them; the beginnings people type first have lists of their own.
    /// </summary>
    internal const string Definition =
        $"""
        CREATE VIRTUAL TABLE {SearchMap.TextTable} USING fts5(words, content='', contentless_delete=1, detail=none, prefix='3 4 5',
            tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'")
        """;

    /// <summary>Merges the lists of separate commits early: a question then reads few of them.</summary>
    internal const string Setting = $"INSERT INTO {SearchMap.TextTable} ({SearchMap.TextTable}, rank) VALUES ('automerge', 2)";

    public async Task Add(AppDb db, IReadOnlyList<SearchEntry> entries, CancellationToken stop)
    {
        await using var things = Command(db,
            "INSERT INTO search_entry (id, scope, kind, language, code, title, body, above, whose, path) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 10);
        await using var words = Command(db, "INSERT INTO search_text (rowid, words) VALUES ($1, $2)", 2);
        foreach (var e in entries)
        {
            await Run(things, [e.Id, e.Scope, e.Kind, e.Language.ToString(), e.Code, e.Title, e.Body, e.Above, e.Whose, e.Path], stop);
            await Run(words, [e.Id, e.Tokens], stop);
        }
    }

    public async Task Remove(AppDb db, IReadOnlyList<long> scopes, CancellationToken stop)
    {
        var numbers = JsonSerializer.Serialize(scopes);
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_entry WHERE scope IN (SELECT value FROM json_each({numbers})))", stop);
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_entry WHERE scope IN (SELECT value FROM json_each({numbers}))", stop);
    }

    public async Task<IReadOnlyList<long>> Some(AppDb db, SearchExpression what, int limit, CancellationToken stop)
    {
        var match = Write(what, new()).ToString();
        return await db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM search_text WHERE search_text MATCH {match} LIMIT {limit}").ToListAsync(stop);
    }

    public async Task<IReadOnlyList<SearchPlace>> Best(AppDb db, IReadOnlyList<SearchStep> steps, int limit, CancellationToken stop)
    {
        if (steps.Count == 0)
        {
            return [];
        }

        // The steps stand in one statement; the outer limit ends it before the later ones begin.
        var (sql, values) = (new StringBuilder("SELECT * FROM ("), new List<object>());
        foreach (var (i, step) in steps.Index())
        {
            var at = values.Count;
            sql.Append(i == 0 ? "" : " UNION ALL ").Append(CultureInfo.InvariantCulture, $$"""
                SELECT * FROM (SELECT {{step.Number}} AS "Step", rowid AS "Id" FROM search_text
                    WHERE search_text MATCH {{{at}}} AND rowid > {{{at + 1}}} AND rowid <= {{{at + 2}}} ORDER BY rowid LIMIT {{{at + 3}}}) AS "Found{{i}}"
                """);
            values.AddRange([Write(step.What, new()).ToString(), step.After, step.Last, limit]);
        }

        sql.Append(CultureInfo.InvariantCulture, $$""") AS "All" LIMIT {{{values.Count}}}""");
        values.Add(limit);
        return await db.Database.SqlQueryRaw<SearchPlace>(sql.ToString(), [.. values]).ToListAsync(stop);
    }

    public async Task Tidy(AppDb db, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_text (search_text) VALUES ('optimize')", stop);

    private static SqliteCommand Command(AppDb db, string sql, int parameters)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new() { ParameterName = "$" + i });
        }

        return command;
    }

    private static Task<int> Run(SqliteCommand command, ReadOnlySpan<object?> values, CancellationToken stop)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQueryAsync(stop);
    }

    private static StringBuilder Write(SearchExpression what, StringBuilder match) => what switch
    {
        SearchExpression.Token token => match.Append('"').Append(token.Text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append(token.Beginning ? "\" *" : "\""),
        SearchExpression.All all => Join(all.Parts, " AND ", match),
        SearchExpression.Any any => Join(any.Parts, " OR ", match),
        SearchExpression.Except except => Join([except.What, except.Without], " NOT ", match),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static StringBuilder Join(IReadOnlyList<SearchExpression> parts, string between, StringBuilder match)
    {
        match.Append('(');
        foreach (var (i, part) in parts.Index())
        {
            Write(part, i == 0 ? match : match.Append(between));
        }

        return match.Append(')');
    }
}
