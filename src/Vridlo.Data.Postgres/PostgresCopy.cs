using System.Data;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Each table as COPY gives it, all of one snapshot. The schema is not in the archive: our own migrations make it, so no other program is
/// needed, and an archive brings rows and nothing that is run.
/// </summary>
internal sealed class PostgresCopy : IDatabaseCopy
{
    private const string List = "database.json";
    private const string Acts = "record_act";
    private const string Changes = "record_change";

    public bool IsDatabase(string file) => false;

    public async Task<SavedDatabase> Save(AppDb db, IPartsOut to, IProgress<double>? progress, CancellationToken stop)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await Plainly(connection, stop);
        var (head, migration) = await Head(connection, stop);
        var tables = await PostgresTables.Read(connection, stop);
        await to.Add(List, part => JsonSerializer.SerializeAsync(part, tables, cancellationToken: stop), stop);
        var (done, all) = (0L, Math.Max(1, tables.Sum(t => t.Size)));
        foreach (var table in tables)
        {
            await to.Add(PartOf(table), async part =>
            {
                await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY ({Select(table)}) TO STDOUT (FORMAT binary)", stop);
                await rows.CopyToAsync(part, 1024 * 1024, stop);
            }, stop);
            done += table.Size;
            progress?.Report((double)done / all);
        }

        return new(migration, head.Acts, head.Seal);
    }

    public Task Unpack(AppDb db, string migration, IPartsIn from, string folder, CancellationToken stop)
    {
        var tables = Tables(from);
        var parts = from.Names.Where(n => !n.StartsWith("files/", StringComparison.Ordinal));
        return parts.SequenceEqual(tables.Select(PartOf).Prepend(List)) ? Task.CompletedTask : throw new InvalidDataException(List);
    }

    public async Task ReadRecord(IPartsIn from, string folder, RecordPass pass, CancellationToken stop)
    {
        await using (var head = new CopyRows(from.Open("database/record_head")))
        {
            // id, sequence, seal: the order of the table's columns.
            var columns = Tables(from).Single(t => t.Name == "record_head").Columns.Select(c => c.Name).ToList();
            var there = await head.Next(stop);
            pass.Begin(there ? head.Current.Number(columns.IndexOf("sequence")) : null, there ? head.Current.Bytes(columns.IndexOf("seal")) : []);
        }

        await using var acts = new CopyRows(from.Open("database/" + Acts));
        await using var changes = new CopyRows(from.Open("database/" + Changes));
        await PostgresRecord.Merge(acts, changes, pass, stop);
    }

    public async Task<RestoreTarget> Target(AppDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var tables = await PostgresTables.Names((NpgsqlConnection)db.Database.GetDbConnection(), stop);
        return new(tables.Count == 0 ? TargetState.Empty : tables.Contains(PostgresTables.History, StringComparer.Ordinal) ? TargetState.Ours : TargetState.Foreign, null);
    }

    public async Task Restore(AppDb db, string migration, IPartsIn from, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        try
        {
            await PostgresTables.Drop(connection, stop);
            await PostgresSchema.Make(db, connection, migration, stop);
            var (saved, made) = (Tables(from), await PostgresTables.Read(connection, stop));
            if (!saved.Select(Shape).SequenceEqual(made.Select(Shape)))
            {
                throw new InvalidDataException(List);
            }

            await PostgresTables.WithoutReferences(connection, async () =>
            {
                // Migrations leave rows of their own, such as the head of an empty record.
                await Run(connection, $"TRUNCATE {string.Join(", ", saved.Select(t => $"\"{t.Name}\""))}", stop);
                foreach (var table in saved)
                {
                    await Fill(connection, table, from, stop);
                }
            }, stop);
            await PostgresTables.Advance(connection, stop);
            await all.CommitAsync(stop);
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith("22", StringComparison.Ordinal) || refused.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new InvalidDataException(refused.MessageText, refused);
        }
    }

    /// <summary>
    /// For the rest of the transaction the record is read in the order of its indexes, whatever the server guesses of its size: to compile
    /// a query, sort or share out two thousand rows takes it ten times as long as to read them.
    /// </summary>
    internal static Task Plainly(NpgsqlConnection connection, CancellationToken stop) =>
        Run(connection, "SET LOCAL jit = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL max_parallel_workers_per_gather = 0", stop);

    internal static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task Fill(NpgsqlConnection connection, SavedTable table, IPartsIn from, CancellationToken stop)
    {
        await using var part = from.Open(PartOf(table));
        await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({Columns(table)}) FROM STDIN (FORMAT binary)", stop);
        await part.CopyToAsync(rows, 1024 * 1024, stop);
    }

    private static async Task<((long Acts, byte[] Seal) Head, string Migration)> Head(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand($"""SELECT sequence, seal, (SELECT max("MigrationId") FROM "{PostgresTables.History}") FROM record_head WHERE id = 1""", connection);
        await using var row = await ask.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? ((row.GetInt64(0), row.GetFieldValue<byte[]>(1)), row.GetString(2)) : throw new InvalidDataException("record_head");
    }

    private static IReadOnlyList<SavedTable> Tables(IPartsIn from)
    {
        try
        {
            using var part = from.Open(List);
            return JsonSerializer.Deserialize<IReadOnlyList<SavedTable>>(part) is { } tables && tables.All(t => t is { Name: not null, Columns: not null })
                ? tables
                : throw new InvalidDataException(List);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException(List, broken);
        }
    }

    private static string PartOf(SavedTable table) => "database/" + table.Name;

    private static string Shape(SavedTable table) => string.Create(CultureInfo.InvariantCulture, $"{table.Name}({string.Join(',', table.Columns)})");

    /// <summary>The record in its order, so that it can be verified where it lies; everything else as it comes.</summary>
    private static string Select(SavedTable table) => table.Name switch
    {
        Acts => $"SELECT {PostgresRecord.ActColumns} FROM {Acts} ORDER BY sequence",
        Changes => $"SELECT {PostgresRecord.ChangeColumns} FROM {Changes} ORDER BY act_sequence, id",
        _ => $"SELECT {Columns(table)} FROM \"{table.Name}\"",
    };

    private static string Columns(SavedTable table) => table.Name switch
    {
        Acts => PostgresRecord.ActColumns,
        Changes => PostgresRecord.ChangeColumns,
        _ => string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\"")),
    };
}
