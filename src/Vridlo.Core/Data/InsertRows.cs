using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vridlo.Core.Data;

/// <summary>Adds rows past the change tracker, many by one statement: for what is written once, in numbers, and never changed afterwards.</summary>
internal static class InsertRows
{
    private const int AtOnce = 40;

    /// <summary>Adds rows within the transaction of the unit of work.</summary>
    public static async Task Insert<T>(this AppDb db, IReadOnlyList<T> rows, CancellationToken stop)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(T))!;
        List<(RelationalTypeMapping Mapping, IClrPropertyGetter Value)> columns = [.. type.GetProperties().Select(p => (p.GetRelationalTypeMapping(), p.GetGetter()))];
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            foreach (var some in rows.Chunk(AtOnce))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                command.CommandText = Statement(type, some.Length);
                Fill(command, columns, some);
                await command.ExecuteNonQueryAsync(stop);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string Statement(IEntityType type, int rows)
    {
        List<string> names = [.. type.GetProperties().Select(p => p.GetColumnName())];
        var sql = new StringBuilder().Append(CultureInfo.InvariantCulture, $"INSERT INTO {type.GetTableName()} ({string.Join(", ", names)}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", names.Select((_, i) => Name((row * names.Count) + i))).Append(')');
        }

        return sql.ToString();
    }

    private static void Fill<T>(DbCommand command, List<(RelationalTypeMapping Mapping, IClrPropertyGetter Value)> columns, T[] rows)
        where T : class
    {
        foreach (var row in rows)
        {
            foreach (var (mapping, value) in columns)
            {
                command.Parameters.Add(mapping.CreateParameter(command, Name(command.Parameters.Count), value.GetClrValue(row)));
            }
        }
    }

    private static string Name(int number) => "@p" + number.ToString(CultureInfo.InvariantCulture);
}
