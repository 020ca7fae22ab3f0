using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SQLitePCL;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Data.Sqlite;

/// <summary>The database is a file and its write-ahead log, and that is what an archive holds.</summary>
internal sealed class SqliteCopy(string database) : IDatabaseCopy
{
    public const string Part = "database/vridlo.db";
    public const string Log = Part + "-wal";
    public const int Piece = 1024 * 1024;

    /// <summary>None of the triggers or views of a database that somebody gives us is trusted.</summary>
    private const string Careful = "PRAGMA trusted_schema = off; PRAGMA cell_size_check = on; PRAGMA mmap_size = 0";

    public bool IsDatabase(string file)
    {
        var own = Path.GetFileName(database);
        return file == own || file.StartsWith(own + "-", StringComparison.Ordinal);
    }

    public Task<SavedDatabase> Save(AppDb db, IPartsOut to, IProgress<double>? progress, CancellationToken stop) =>
        SqliteMoment.Save(database, to, progress, stop);

    public async Task Unpack(AppDb db, string migration, IPartsIn from, string folder, CancellationToken stop)
    {
        var parts = from.Names.Where(n => !n.StartsWith("files/", StringComparison.Ordinal)).ToList();
        if (!parts.Contains(Part) || parts.Except([Part, Log]).Any())
        {
            throw new InvalidDataException("database/");
        }

        var file = InFolder(folder);
        foreach (var name in parts)
        {
            await using var part = from.Open(name);
            await using var to = new FileStream(file + name[Part.Length..], FileMode.CreateNew, FileAccess.Write, FileShare.None, Piece);
            await part.CopyToAsync(to, Piece, stop);
            to.Flush(flushToDisk: true);
        }

        if (parts.Contains(Log))
        {
            await TakeLog(file, stop);
        }

        await using var unpacked = Open(file);
        var expected = await Expected(db, migration, stop);
        try
        {
            if (await Answers(unpacked, "PRAGMA quick_check(1)", stop) is not ["ok"])
            {
                throw new InvalidDataException("quick_check");
            }

            if (!(await Schema(unpacked, stop)).SequenceEqual(expected))
            {
                throw new InvalidDataException("sqlite_schema");
            }
        }
        catch (SqliteException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    public async Task ReadRecord(IPartsIn from, string folder, RecordPass pass, CancellationToken stop)
    {
        await using var saved = Open(InFolder(folder));
        try
        {
            await SqliteRecord.Read(saved, pass, stop);
        }
        catch (SqliteException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    public async Task<RestoreTarget> Target(AppDb db, CancellationToken stop)
    {
        if (!File.Exists(database))
        {
            return new(TargetState.Empty, null);
        }

        var alone = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            // Whoever has the file open in this way shares it; one that is alone keeps others out until it is closed.
            await alone.OpenAsync(stop);
            await Answers(alone, "PRAGMA locking_mode = exclusive", stop);
            await Answers(alone, "PRAGMA user_version", stop);
            await Answers(alone, "BEGIN EXCLUSIVE; ROLLBACK", stop);
            return new(TargetState.Ours, alone);
        }
        catch (SqliteException refused)
        {
            await alone.DisposeAsync();
            return new(refused.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED ? TargetState.InUse : TargetState.Ours, null);
        }
    }

    public Task Restore(AppDb db, string migration, IPartsIn from, CancellationToken stop) => Task.CompletedTask;

    private static string InFolder(string folder) => Path.Combine(folder, "vridlo.db");

    /// <summary>A connection that is closed when it is given up.</summary>
    public static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        SqliteEngine.AddOrder(connection);
        return connection;
    }

    /// <summary>A copy that nobody else has: read without locks and without files beside it.</summary>
    private static SqliteConnection Open(string file)
    {
        var connection = Connect(new Uri(file).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        using var careful = connection.CreateCommand();
        careful.CommandText = Careful;
        careful.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Brings what a log says into its database; nothing is left of it then.</summary>
    private static async Task TakeLog(string file, CancellationToken stop)
    {
        try
        {
            await using var whole = Connect(file, SqliteOpenMode.ReadWrite);
            await Answers(whole, Careful, stop);
            await Answers(whole, "PRAGMA wal_checkpoint(TRUNCATE)", stop);
        }
        catch (SqliteException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }

        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
    }

    /// <summary>What the migrations make up to this one, in a database of its own in memory.</summary>
    private static async Task<IReadOnlyList<string>> Expected(AppDb db, string migration, CancellationToken stop)
    {
        var name = "file:" + Guid.CreateVersion7().ToString("N") + "?mode=memory&cache=shared";
        await using var keeps = new SqliteConnection($"Data Source={name}");
        await keeps.OpenAsync(stop);
        await using var made = db.Over(new SqliteEngine(name));
        await made.GetService<IMigrator>().MigrateAsync(migration, stop);
        return await Schema(keeps, stop);
    }

    private static Task<IReadOnlyList<string>> Schema(SqliteConnection connection, CancellationToken stop) =>
        Answers(connection, """SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY 1""", stop);

    public static async Task<IReadOnlyList<string>> Answers(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = sql;
        await using var rows = await ask.ExecuteReaderAsync(stop);
        var answers = new List<string>();
        while (await rows.ReadAsync(stop))
        {
            answers.Add(rows.GetValue(0).ToString()!);
        }

        return answers;
    }
}
