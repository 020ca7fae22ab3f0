using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vridlo.Core.Data;

/// <summary>
/// What every start asks of the database, without the model of Entity Framework: to make that takes most of the time of a command that
/// needs no more of it.
/// </summary>
internal static class PlainSql
{
    /// <summary>The first column of what is asked for.</summary>
    public static async Task<IReadOnlyList<object>> Answers(IEngine engine, string sql, CancellationToken stop)
    {
        await using var connection = engine.Connect();
        await connection.OpenAsync(stop);
        await using var ask = connection.CreateCommand();
        ask.CommandText = sql;
        await using var rows = await ask.ExecuteReaderAsync(stop);
        var answers = new List<object>();
        while (await rows.ReadAsync(stop))
        {
            answers.Add(rows.GetValue(0));
        }

        return answers;
    }

    /// <summary>Whether the database has every migration of its engine, which stand in one assembly with it.</summary>
    public static async Task<bool> IsMigrated(IEngine engine, CancellationToken stop)
    {
        var known = engine.GetType().Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
        try
        {
            return !known.Except((await Answers(engine, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", stop)).OfType<string>()).Any();
        }
        catch (DbException)
        {
            // An empty database, or one that cannot be asked: whoever migrates then says so.
            return false;
        }
    }
}
