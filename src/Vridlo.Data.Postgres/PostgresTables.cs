using Npgsql;

namespace Vridlo.Data.Postgres;

/// <summary>A table as an archive lists it.</summary>
/// <param name="Name">its name</param>
/// <param name="Columns">its columns in order, but for those the database computes</param>
/// <param name="Size">about how long it is on the disk</param>
internal sealed record SavedTable(string Name, IReadOnlyList<SavedColumn> Columns, long Size);

/// <param name="Name">the column's name</param>
/// <param name="Type">its type as PostgreSQL writes it</param>
internal sealed record SavedColumn(string Name, string Type);

/// <summary>The tables of the database as its catalogue has them.</summary>
internal static class PostgresTables
{
    public const string History = "__EFMigrationsHistory";

    public static async Task<IReadOnlyList<string>> Names(NpgsqlConnection connection, CancellationToken stop) =>
        await Texts(connection, "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname COLLATE \"C\"", stop);

    /// <summary>All but the list of migrations, which they write themselves.</summary>
    public static async Task<IReadOnlyList<SavedTable>> Read(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(
            $"""
            SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum), array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum), pg_relation_size(c.oid)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '{History}'
            GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"
            """, connection);
        await using var rows = await ask.ExecuteReaderAsync(stop);
        var tables = new List<SavedTable>();
        while (await rows.ReadAsync(stop))
        {
            var columns = rows.GetFieldValue<string[]>(1).Zip(rows.GetFieldValue<string[]>(2), (name, type) => new SavedColumn(name, type));
            tables.Add(new(rows.GetString(0), columns.ToList(), rows.GetInt64(3)));
        }

        return tables;
    }

    /// <summary>Drops all tables and what was made for them.</summary>
    public static async Task Drop(NpgsqlConnection connection, CancellationToken stop)
    {
        var drops = (await Names(connection, stop)).Select(t => $"DROP TABLE \"{t}\" CASCADE;")
            .Concat((await Texts(connection, "SELECT collname FROM pg_collation WHERE collnamespace = current_schema()::regnamespace", stop)).Select(c => $"DROP COLLATION \"{c}\";"));
        await PostgresCopy.Run(connection, string.Concat(drops.Prepend("SELECT 1;")), stop);
    }

    /// <summary>Works while references between tables are away; they are looked through when they are put back.</summary>
    public static async Task WithoutReferences(NpgsqlConnection connection, Func<Task> work, CancellationToken stop)
    {
        var (drop, add) = (
            await Texts(connection, $"SELECT format('ALTER TABLE %s DROP CONSTRAINT %I;', conrelid::regclass, conname) {References}", stop),
            await Texts(connection, $"SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) {References}", stop));
        await PostgresCopy.Run(connection, string.Concat(drop.Prepend("SELECT 1;")), stop);
        await work();
        await PostgresCopy.Run(connection, string.Concat(add.Prepend("SELECT 1;")), stop);
    }

    /// <summary>Numbers that the database gives go on after the highest there is.</summary>
    public static async Task Advance(NpgsqlConnection connection, CancellationToken stop)
    {
        var advance = await Texts(connection,
            """
            SELECT format('SELECT setval(%L, coalesce(max(%I), 0) + 1, false) FROM %s;', pg_get_serial_sequence(a.attrelid::regclass::text, a.attname), a.attname, a.attrelid::regclass)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attidentity <> '' AND NOT a.attisdropped
            """, stop);
        await PostgresCopy.Run(connection, string.Concat(advance.Prepend("SELECT 1;")), stop);
    }

    private const string References = "FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname";

    private static async Task<IReadOnlyList<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var rows = await ask.ExecuteReaderAsync(stop);
        var texts = new List<string>();
        while (await rows.ReadAsync(stop))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
