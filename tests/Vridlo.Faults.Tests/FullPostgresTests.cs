using System.Net;
using Npgsql;
using Vridlo.Testing;
using Vridlo.Web;

namespace Vridlo.Faults.Tests;

/// <summary>There is no room left on the disk of PostgreSQL: it is said, nothing is corrupted, and it goes on once there is room.</summary>
public sealed class FullPostgresTests
{
    private const string OnlyRoot = "Only root may mount a small disk.";

    [Fact]
    public async Task Without_room_for_the_tables_it_is_said_and_pages_are_still_read()
    {
        Assert.SkipUnless(SmallDisk.Possible, OnlyRoot);
        using var disk = SmallDisk.Mount(megabytes: 96);
        await using var cluster = await OwnCluster.Start();
        var installation = new Installation(cluster.Data, await cluster.Make("small", disk.Path));
        await Goes(disk, installation, useUp: () => Task.CompletedTask, whenRefused: async server =>
        {
            using var reader = new HttpClient { BaseAddress = server.Address };
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/")).StatusCode);
        }, expected: HttpStatusCode.InsufficientStorage);
    }

    /// <summary>PostgreSQL itself ends when it cannot write its log, and does not come back before there is room.</summary>
    [Fact]
    public async Task Without_room_for_the_log_it_is_said_and_goes_on_when_the_server_does()
    {
        Assert.SkipUnless(SmallDisk.Possible, OnlyRoot);
        using var disk = SmallDisk.Mount(megabytes: 200);
        await using var cluster = await OwnCluster.Start(disk.Path);
        var files = Directory.CreateTempSubdirectory("vridlo-full-");
        await Goes(disk, new(files.FullName, cluster.Database), () => EndLog(cluster), _ => Task.CompletedTask, HttpStatusCode.ServiceUnavailable, cluster.Revive);
        files.Delete(recursive: true);
    }

    private static async Task Goes(
        SmallDisk disk, Installation installation, Func<Task> useUp, Func<Served, Task> whenRefused, HttpStatusCode expected, Func<Task>? revive = null)
    {
        await using var server = await Served.Start(installation, Served.FreePort());
        await using var world = World.Beside(Database.At(Engine.Postgres, installation));
        await Writers.Employ(world);
        using var worker = await Office.SignIn(server.Address, Writers.Administrator);
        var writers = new Writers(worker, "full");
        using var enough = new CancellationTokenSource();
        var writing = writers.Write(3, goOn: true, enough.Token);
        await Until(() => writers.Acknowledged.Count > 5);

        disk.Fill();
        await useUp();
        await Until(() => writers.Refused.Any(r => r.Status == expected));
        await whenRefused(server);
        Assert.False(server.HasEnded);

        disk.Free();
        await (revive?.Invoke() ?? Task.CompletedTask);
        var before = writers.Acknowledged.Count;
        await Until(() => writers.Acknowledged.Count > before + 5);
        await enough.CancelAsync();
        await writing;

        // Either is said plainly, and nothing else is said.
        Assert.All(writers.Refused, r =>
        {
            Assert.True(r.Status is HttpStatusCode.InsufficientStorage or HttpStatusCode.ServiceUnavailable, $"{r.Status}: {r.Body}");
            Assert.Contains(r.Status is HttpStatusCode.InsufficientStorage ? "disk je plný" : "Databáze neodpovídá", WebUtility.HtmlDecode(r.Body).Replace('\u00A0', ' '), StringComparison.Ordinal);
        });
        NpgsqlConnection.ClearAllPools();
        Assert.Empty(await Writers.Faults(world, writers.Acknowledged));
    }

    /// <summary>Begins new files of the log until there is no room for another.</summary>
    private static async Task EndLog(OwnCluster cluster)
    {
        try
        {
            for (var i = 0; i < 100; i++)
            {
                await cluster.Run("SELECT pg_logical_emit_message(false, 'full', 'x'); SELECT pg_switch_wal()");
            }
        }
        catch (NpgsqlException)
        {
            return;
        }

        Assert.Fail("There is always room for the log.");
    }

    private static async Task Until(Func<bool> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!so())
        {
            Assert.False(patience.IsCancellationRequested, "It does not come to that.");
            await Task.Delay(50);
        }
    }
}
