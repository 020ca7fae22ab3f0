using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Vridlo.Core.Data;

namespace Vridlo.Data.Sqlite;

/// <summary>
/// Who reads keeps the log from being begun anew and the file from getting anything that was written later. So both can be copied as they
/// lie while others go on: the log as it was at the moment has every page that is torn in the copy of the file.
/// </summary>
internal static class SqliteMoment
{
    /// <summary>Bytes before the first frame of a log, and before the page of each frame (https://www.sqlite.org/fileformat2.html, 4.1).</summary>
    private const long LogHeader = 32;

    private const long FrameHeader = 24;

    /// <summary>
    /// Files that were copied, open until the process ends: under POSIX a process that closes a file gives up every lock it has on it, those
    /// of SQLite's own connections too.
    /// </summary>
    private static readonly ConcurrentBag<FileStream> Copied = [];

    public static async Task<SavedDatabase> Save(string database, IPartsOut to, IProgress<double>? progress, CancellationToken stop)
    {
        await using var moment = SqliteCopy.Connect(database, SqliteOpenMode.ReadWrite);
        SavedDatabase saved;
        await using (var writers = SqliteCopy.Connect(database, SqliteOpenMode.ReadWrite))
        {
            await SqliteCopy.Answers(writers, "BEGIN IMMEDIATE", stop);
            var log = await NotInFile(moment, stop);
            await SqliteCopy.Answers(moment, "BEGIN", stop);
            saved = await Head(moment, stop);
            if (log > 0)
            {
                await Add(SqliteCopy.Log, database + "-wal", log, to, progress: null, stop);
            }

            await SqliteCopy.Answers(writers, "ROLLBACK", stop);
        }

        await Add(SqliteCopy.Part, database, long.MaxValue, to, progress, stop);
        return saved;
    }

    /// <summary>Brings from the log into the file what nobody's reading forbids.</summary>
    /// <returns>the length of the log if some of it is still missing in the file; otherwise 0</returns>
    private static async Task<long> NotInFile(SqliteConnection connection, CancellationToken stop)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT page_size FROM pragma_page_size";
        var page = (long)(await ask.ExecuteScalarAsync(stop))!;
        ask.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        while (true)
        {
            await using (var answer = await ask.ExecuteReaderAsync(stop))
            {
                await answer.ReadAsync(stop);
                var (busy, frames, copied) = (answer.GetInt64(0) != 0, answer.GetInt64(1), answer.GetInt64(2));
                if (!busy)
                {
                    return frames > copied ? LogHeader + (frames * (FrameHeader + page)) : 0;
                }
            }

            // Another process is at it, and says nothing of the log meanwhile.
            await Task.Delay(5, stop);
        }
    }

    private static async Task Add(string name, string file, long length, IPartsOut to, IProgress<double>? progress, CancellationToken stop)
    {
        var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Copied.Add(from);
        await to.Add(name, async part =>
        {
            var (piece, all) = (new byte[SqliteCopy.Piece], Math.Max(1.0, Math.Min(length, from.Length)));
            while (await from.ReadAsync(piece.AsMemory(0, (int)Math.Min(SqliteCopy.Piece, length - from.Position)), stop) is > 0 and var read)
            {
                await part.WriteAsync(piece.AsMemory(0, read), stop);
                progress?.Report(Math.Min(1, from.Position / all));
            }
        }, stop);
    }

    private static async Task<SavedDatabase> Head(SqliteConnection connection, CancellationToken stop)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = """SELECT (SELECT max("MigrationId") FROM "__EFMigrationsHistory"), sequence, seal FROM record_head WHERE id = 1""";
        await using var head = await ask.ExecuteReaderAsync(stop);
        return await head.ReadAsync(stop)
            ? new(head.GetString(0), head.GetInt64(1), head.GetFieldValue<byte[]>(2))
            : throw new InvalidDataException("record_head");
    }
}
