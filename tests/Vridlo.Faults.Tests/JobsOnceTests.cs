using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>Two processes against one PostgreSQL find the same job due at the same moment: it is done once.</summary>
public sealed class JobsOnceTests
{
    private const int Rounds = 3;

    [Fact]
    public async Task A_job_that_both_find_due_is_done_by_one()
    {
        await using var database = await Database.Shipped(Engine.Postgres);
        await using var world = World.Beside(database);
        var here = database.Installation;
        (string, string)[] settings = [("Record__HeadMail", "archiv@example.org")];
        await using var one = await Served.Start(here with { Data = Path.Combine(here.Data, "one") }, Served.FreePort(), settings);
        await using var two = await Served.Start(here with { Data = Path.Combine(here.Data, "two") }, Served.FreePort(), settings);

        // Whatever has never been done is due at once.
        await Until(world, "SELECT (count(*) > 0 AND bool_and(ended_at IS NOT NULL AND holder IS NULL))::int AS \"Value\" FROM job", 1);
        for (var round = 1; round <= Rounds; round++)
        {
            var before = await Letters(world);
            await BothAtOnce(world, here.Database!);
            await Until(world, "SELECT count(*)::int AS \"Value\" FROM job WHERE name = 'record.head' AND holder IS NULL AND next_at > now()", 1);
            Assert.Equal(before + 1, await Letters(world));
        }
    }

    /// <summary>The job's row is held until both have found it due and wait for it.</summary>
    private static async Task BothAtOnce(World world, string database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await Run("UPDATE job SET next_at = now() + interval '1 second' WHERE name = 'record.head'");
        await using var held = await connection.BeginTransactionAsync();
        await Run("SELECT 1 FROM job WHERE name = 'record.head' FOR UPDATE");
        await Until(world, "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE job%'", 2);
        await held.CommitAsync();

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static Task<int> Letters(World world) => Ask(world, "SELECT count(*)::int AS \"Value\" FROM mail_letter WHERE kind = 'record.head'");

    private static Task<int> Ask(World world, string sql) => world.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<int>(sql).SingleAsync());

    private static async Task Until(World world, string sql, int so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await Ask(world, sql) != so)
        {
            Assert.False(patience.IsCancellationRequested, $"It does not come to that: {sql}");
            await Task.Delay(50);
        }
    }
}
