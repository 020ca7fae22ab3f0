using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Vridlo.Core.Data;

namespace Vridlo.Bench;

/// <summary>Rows that go into a table past the unit of work, many at once, on either engine, within the transaction of the unit of work.</summary>
internal sealed class BulkRows : IAsyncDisposable
{
    private const int MostParameters = 3000;

    private readonly AppDb db;
    private readonly string table;
    private readonly string[] columns;
    private readonly int batch;
    private readonly List<object?> waiting = [];
    private DbCommand? whole;

    public BulkRows(AppDb db, string table, params string[] columns) =>
        (this.db, this.table, this.columns, batch) = (db, table, columns, MostParameters / columns.Length);

    /// <summary>The rows to which these refer, which must be there before them.</summary>
    public BulkRows? After { get; init; }

    public async Task Add(params object?[] values)
    {
        waiting.AddRange(values);
        if (waiting.Count == batch * columns.Length)
        {
            await Send(whole ??= Insert(batch));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Rest();
        if (whole is not null)
        {
            await whole.DisposeAsync();
        }
    }

    private async Task Rest()
    {
        if (waiting.Count > 0)
        {
            await using var rest = Insert(waiting.Count / columns.Length);
            await Send(rest);
        }
    }

    private async Task Send(DbCommand insert)
    {
        await (After?.Rest() ?? Task.CompletedTask);
        for (var i = 0; i < waiting.Count; i++)
        {
            insert.Parameters[i].Value = waiting[i] ?? DBNull.Value;
        }

        await insert.ExecuteNonQueryAsync();
        waiting.Clear();
    }

    private DbCommand Insert(int count)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var rows = Enumerable.Range(0, count).Select(r => $"({string.Join(", ", columns.Select((_, c) => $"@p{(r * columns.Length) + c}"))})");
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", rows)}";
        for (var i = 0; i < count * columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
