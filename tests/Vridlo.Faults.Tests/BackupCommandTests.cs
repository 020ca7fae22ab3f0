using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Vridlo.Testing;
using Vridlo.Web;

namespace Vridlo.Faults.Tests;

/// <summary>Backup, restore and verify as people run them, beside a server that is written to.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vridlo-backups-").FullName;

    [Theory, BothEngines]
    public async Task A_backup_of_a_running_server_is_checked_and_makes_another(Engine engine)
    {
        await using var database = await Database.Shipped(engine);
        await using (var world = World.Beside(database))
        {
            await Writers.Employ(world);
        }

        // What this process has open of the file would count as an instance that runs.
        SqliteConnection.ClearAllPools();
        var archive = Path.Combine(folder, "backup.tar");
        await using var server = await Served.Start(database.Installation, Served.FreePort());
        using var worker = await Office.SignIn(server.Address, Writers.Administrator);
        var writers = new Writers(worker, "b");
        using var enough = new CancellationTokenSource();
        var writing = writers.Write(3, goOn: true, enough.Token);
        while (writers.Acknowledged.Count < 5)
        {
            await Task.Delay(20);
        }

        var before = writers.Acknowledged.ToList();
        var made = await Served.Run(database.Installation, "backup", archive);
        await enough.CancelAsync();
        await writing;
        Assert.Equal(0, made.Code);
        Assert.Equal(made.Out, (await Served.Run(database.Installation, "verify", archive)).Out);
        Assert.Equal(5, (await Served.Run(database.Installation, "backup", archive)).Code);
        Assert.Equal(5, (await Served.Run(database.Installation, "restore", archive)).Code);
        if (engine is Engine.Sqlite)
        {
            var used = await Served.Run(database.Installation, "restore", archive, "--replace");
            Assert.Equal(5, used.Code);
            Assert.DoesNotContain("--replace", used.Talk, StringComparison.Ordinal);
        }

        // The guide says so: the instances are stopped before what they stand on is replaced.
        await server.Kill();

        await using var empty = await Database.Bare(engine);
        Assert.Equal((0, made.Out), await Served.Run(empty.Installation, "restore", archive) is var restored ? (restored.Code, restored.Out) : default);
        await using var other = World.Beside(empty);
        Assert.Empty(await Writers.Faults(other, before));
        await using (var again = await Served.Start(empty.Installation, Served.FreePort()))
        {
            // The keys came along: whoever was signed in still is.
            using var still = new Worker(again.Address, worker.Cookies);
            await still.Page("/prace/lide");
        }

        var replaced = await Served.Run(database.Installation, "restore", archive, "--replace");
        Assert.True(replaced.Code == 0, replaced.Talk);
        Assert.Equal(0, (await Served.Run(database.Installation, "record", "verify")).Code);
    }

    [Theory, BothEngines]
    public async Task A_killed_backup_leaves_nothing_under_its_name(Engine engine)
    {
        await using var database = await Database.Shipped(engine);
        var chance = new Random(7);
        for (var round = 0; round < 5; round++)
        {
            var archive = Path.Combine(folder, $"{round}.tar");
            using var backup = Served.Begin(database.Installation, "backup", archive);
            var talk = Task.WhenAll(backup.StandardOutput.ReadToEndAsync(), backup.StandardError.ReadToEndAsync());
            var since = Stopwatch.StartNew();
            while (!File.Exists(archive + ".part") && !backup.HasExited && since.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(1);
            }

            await Task.Delay(chance.Next(0, 150));
            backup.Kill();
            await backup.WaitForExitAsync();
            await talk;
            if (File.Exists(archive))
            {
                Assert.Equal(0, (await Served.Run(database.Installation, "verify", archive)).Code);
            }
        }

        // What it left is no obstacle.
        var last = Path.Combine(folder, "0.tar");
        File.Delete(last);
        Assert.Equal(0, (await Served.Run(database.Installation, "backup", last)).Code);
        Assert.False(File.Exists(last + ".part"));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_sentence_and_by_the_exit_code()
    {
        var installation = new Installation(Path.Combine(folder, "data"), null);
        Assert.Equal(3, (await Served.Run(installation, "verify", Path.Combine(folder, "none.tar"))).Code);
        var text = Path.Combine(folder, "text.tar");
        await File.WriteAllTextAsync(text, "no archive");
        foreach (var command in new[] { "verify", "restore" })
        {
            var refused = await Served.Run(installation, command, text);
            Assert.Equal((2, ""), (refused.Code, refused.Out));
            Assert.Single(refused.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        var nowhere = await Served.Run(installation, "backup", Path.Combine(folder, "nowhere", "b.tar"));
        Assert.Equal((3, ""), (nowhere.Code, nowhere.Out));
        Assert.False(Directory.Exists(Path.Combine(folder, "nowhere")));
        Assert.DoesNotContain("   at ", nowhere.Talk, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
