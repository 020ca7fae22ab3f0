using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SQLitePCL;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Data.Sqlite;

/// <summary>The database is one file: it is copied page by page, as it is at one moment, and that copy is what an archive holds.</summary>
internal sealed class SqliteCopy(string database) : IDatabaseCopy
{
    private const string Part = "database/vridlo.db";
    private const int PagesAtOnce = 2000;

    public bool IsDatabase(string file)
    {
        var own = Path.GetFileName(database);
        return file == own || file.StartsWith(own + "-", StringComparison.Ordinal);
    }

    public async Task<SavedDatabase> Save(AppDb db, IPartsOut to, string folder, IProgress<double>? progress, CancellationToken stop)
    {
        var copy = InFolder(folder);
        await db.Database.OpenConnectionAsync(stop);
        Copy((SqliteConnection)db.Database.GetDbConnection(), copy, progress, stop);
        await to.Add(Part, async part =>
        {
            await using var from = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read, 1024 * 1024);
            await from.CopyToAsync(part, 1024 * 1024, stop);
        }, stop);
        progress?.Report(1);

        await using var saved = Open(copy);
        await using var ask = saved.CreateCommand();
        ask.CommandText = """SELECT (SELECT max("MigrationId") FROM "__EFMigrationsHistory"), sequence, seal FROM record_head WHERE id = 1""";
        await using var head = await ask.ExecuteReaderAsync(stop);
        return await head.ReadAsync(stop)
            ? new(head.GetString(0), head.GetInt64(1), head.GetFieldValue<byte[]>(2))
            : throw new InvalidDataException("record_head");
    }

    public async Task Unpack(AppDb db, string migration, IPartsIn from, string folder, CancellationToken stop)
    {
        if (from.Names.Count(n => !n.StartsWith("files/", StringComparison.Ordinal)) != 1)
        {
            throw new InvalidDataException("database/");
        }

        var file = InFolder(folder);
        await using (var part = from.Open(Part))
        {
            await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1024 * 1024);
            await part.CopyToAsync(to, 1024 * 1024, stop);
            to.Flush(flushToDisk: true);
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

    /// <summary>A copy that nobody else has: read without locks and without files beside it, and none of its triggers or views is trusted.</summary>
    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = new Uri(file).AbsoluteUri + "?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        connection.Open();
        SqliteEngine.AddOrder(connection);
        using var careful = connection.CreateCommand();
        careful.CommandText = "PRAGMA trusted_schema = off; PRAGMA cell_size_check = on; PRAGMA mmap_size = 0";
        careful.ExecuteNonQuery();
        return connection;
    }

    /// <summary>
    /// Within one reading transaction, so that the copy is of its moment although it is made in steps, and writers go on meanwhile.
    /// </summary>
    private static void Copy(SqliteConnection from, string file, IProgress<double>? progress, CancellationToken stop)
    {
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        to.Open();
        using (var fast = to.CreateCommand())
        {
            fast.CommandText = "PRAGMA synchronous = off; PRAGMA journal_mode = off";
            fast.ExecuteNonQuery();
        }

        using var moment = from.BeginTransaction(deferred: true);
        using (var look = from.CreateCommand())
        {
            look.Transaction = moment;
            look.CommandText = "SELECT sequence FROM record_head";
            look.ExecuteScalar();
        }

        using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
        int code;
        do
        {
            stop.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
            progress?.Report(0.5 * (1 - ((double)raw.sqlite3_backup_remaining(backup) / Math.Max(1, raw.sqlite3_backup_pagecount(backup)))));
        }
        while (code == raw.SQLITE_OK);
        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, to.Handle);
        }
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

    private static async Task<IReadOnlyList<string>> Answers(SqliteConnection connection, string sql, CancellationToken stop)
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
