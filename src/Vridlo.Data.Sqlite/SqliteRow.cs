using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;
using Vridlo.Core.Record;

namespace Vridlo.Data.Sqlite;

/// <summary>
/// The rows of a statement, past the wrapper that counts for each value who holds the statement: a record has twenty million values, and
/// that takes longer than to hash them. Whatever a row gives is valid until the next.
/// </summary>
internal sealed unsafe partial class SqliteRow(sqlite3_stmt statement)
{
    private readonly nint row = statement.DangerousGetHandle();

    public long Number(int column) => Int64(row, column);

    public Column Value(int column)
    {
        var bytes = new ReadOnlySpan<byte>((void*)Blob(row, column), Bytes(row, column));
        return new(bytes, bytes.IsEmpty && Type(row, column) == raw.SQLITE_NULL);
    }

    /// <summary>An identifier; nothing but zeros when what stands there is none.</summary>
    public Guid Id(int column) => Value(column).Bytes is { Length: 36 } written && Guid.TryParse(written, out var id) ? id : Guid.Empty;

    /// <summary>
    /// What stands in the pages as <c>2026-11-25 08:30:00.123456</c>, the fraction without zeros at its end, as microseconds since 1970;
    /// <see cref="long.MinValue"/> when it is no time.
    /// </summary>
    public long Time(int column)
    {
        var written = Value(column).Bytes;
        if (written.Length is < 19 or > 27 || written[10] != ' ' || (written.Length > 19 && written[19] != '.'))
        {
            return long.MinValue;
        }

        Span<char> whole = stackalloc char[27];
        whole.Fill('0');
        Encoding.Latin1.GetChars(written, whole);
        (whole[10], whole[19]) = ('T', '.');
        return DateTime.TryParseExact(whole, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var at)
            ? (at.Ticks - DateTime.UnixEpoch.Ticks) / 10
            : long.MinValue;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial nint Blob(nint row, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int Bytes(nint row, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    private static partial long Int64(nint row, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int Type(nint row, int column);
}
