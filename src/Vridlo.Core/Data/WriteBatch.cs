using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vridlo.Core.Data;

/// <summary>
/// Statements that go to the database together, past the change tracker: for what is written in numbers, or while others wait for it. Each way to
/// the database costs, above all with a lock in hand.
/// </summary>
internal sealed class WriteBatch(AppDb db)
{
    /// <summary>More values than that in one command take longer to find by their names than another way there.</summary>
    private const int MostValues = 240;

    private readonly List<DbCommand> commands = [];
    private readonly StringBuilder text = new();

    /// <summary>Adds rows of an entity.</summary>
    /// <param name="rows">the rows</param>
    /// <param name="conflict">what to do where a row is there already, as it stands after <c>ON CONFLICT</c>; nothing when there can be none</param>
    public WriteBatch Insert<TWritten>(IReadOnlyList<TWritten> rows, string? conflict = null)
        where TWritten : class
    {
        var type = db.Model.FindEntityType(typeof(TWritten))!;
        List<(RelationalTypeMapping Mapping, IClrPropertyGetter Value)> columns = [.. type.GetProperties().Select(p => (p.GetRelationalTypeMapping(), p.GetGetter()))];
        var into = $"INSERT INTO {type.GetTableName()} ({string.Join(", ", type.GetProperties().Select(p => p.GetColumnName()))}) VALUES ";
        var until = conflict is null ? "" : $" ON CONFLICT {conflict}";
        for (var done = 0; done < rows.Count;)
        {
            var command = With(columns.Count);
            var some = Math.Min(rows.Count - done, (MostValues - command.Parameters.Count) / columns.Count);
            text.Append(into).AppendJoin(", ", rows.Skip(done).Take(some).Select(r => $"({string.Join(", ", columns.Select(c => Value(command, c.Mapping, c.Value.GetClrValue(r))))})")).Append(until).AppendLine(";");
            done += some;
        }

        return this;
    }

    /// <summary>Adds a statement with values, none of which is null.</summary>
    public WriteBatch Run(FormattableString statement)
    {
        var (command, mappings) = (With(statement.ArgumentCount), db.GetService<IRelationalTypeMappingSource>());
        object[] names = [.. statement.GetArguments().Select(a => Value(command, mappings.FindMapping(a!.GetType())!, a))];
        text.AppendFormat(CultureInfo.InvariantCulture, statement.Format, names).AppendLine(";");
        return this;
    }

    /// <summary>Sends all of it, within the transaction of the unit of work.</summary>
    public async Task Send(CancellationToken stop)
    {
        Close();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            foreach (var command in commands)
            {
                await using (command)
                {
                    command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                    await command.ExecuteNonQueryAsync(stop);
                }
            }
        }
        finally
        {
            commands.Clear();
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The command that has room for so many values.</summary>
    private DbCommand With(int values)
    {
        if (commands.Count == 0 || commands[^1].Parameters.Count + values > MostValues)
        {
            Close();
            commands.Add(db.Database.GetDbConnection().CreateCommand());
        }

        return commands[^1];
    }

    private void Close()
    {
        if (commands.Count > 0)
        {
            commands[^1].CommandText = text.ToString();
        }

        text.Clear();
    }

    private static string Value(DbCommand command, RelationalTypeMapping mapping, object? value)
    {
        var name = "@p" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
        command.Parameters.Add(mapping.CreateParameter(command, name, value));
        return name;
    }
}
