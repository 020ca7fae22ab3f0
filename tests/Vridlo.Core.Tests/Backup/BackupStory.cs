using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Backup;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Tests.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Backup;

public sealed class BackupStory : IDisposable
{
    private const string Letter = "mail/019ab0c1-0203-7405-8607-08090a0b0c0d.eml";

    private readonly Archives archives = new();

    [Theory, BothEngines]
    public async Task What_was_backed_up_comes_back_with_its_files_and_goes_on(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Keep(world, Letter, "Předmět: pozvánka");
        var made = Good(await Archives.Make(world, archives.File()));
        Assert.Equal(["backup.tar"], archives.Left);
        Assert.Equal([Letter], made.Parts.Select(p => p.Path).OfType<string>());
        Assert.Equal(made.Head, Good(await archives.Check(world, archives.File())).Head);

        await using var empty = await Database.Bare(engine);
        await using var other = World.Beside(empty);
        Good(await Archives.Restore(other, archives.File()));
        await other.In(unit => unit.GetRequiredService<AppDb>().Upgrade(default));
        Assert.Equal(await Everything(world), await Everything(other));
        Assert.Equal("Předmět: pozvánka", await File.ReadAllTextAsync(Path.Combine(Folder(other), Letter)));
        Assert.Empty(await Chain.Faults(other, Convert.FromHexString(made.Head)));

        Assert.True((await other.Enter(Package.Later())).Ok);
        Assert.Empty(await Chain.Faults(other));
        Assert.True(await other.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM search_entry WHERE title LIKE '%proměněný%'").SingleAsync()) > 0);
    }

    [Theory, BothEngines]
    public async Task It_is_of_one_moment_while_others_write(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        await using var writer = world.Beside();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var number = 100;
            for (; !enough.IsCancellationRequested; number++)
            {
                await Chain.Add(writer, (number * 4) + 1);
            }

            return number - 100;
        });
        var seen = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            var made = Good(await Archives.Make(world, archives.File($"{i}.tar")));
            await using var empty = await Database.Bare(engine);
            await using var other = World.Beside(empty);
            Good(await Archives.Restore(other, archives.File($"{i}.tar")));

            // Each act here has made one programme: neither may be there without the other.
            var (acts, rows) = await other.In(async unit =>
            {
                var db = unit.GetRequiredService<AppDb>();
                return (await db.Set<RecordedAct>().LongCountAsync(), await db.Set<ProgrammeRow>().LongCountAsync());
            });
            Assert.Equal((made.Acts, made.Acts - 2), (acts, rows));
            seen.Add(acts);
        }

        await enough.CancelAsync();
        Assert.True(await writing > 0);
        Assert.True(seen[^1] > seen[0], "Nothing was written meanwhile.");
    }

    [Theory, BothEngines]
    public async Task What_is_there_is_replaced_only_when_said_and_then_as_a_whole(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Keep(world, Letter, "old");
        Good(await Archives.Make(world, archives.File()));
        Refused("core.backup.there", await Archives.Make(world, archives.File()));
        Refused("core.backup.inside", await Archives.Make(world, Path.Combine(Folder(world), "inner.tar")));

        await using var database = await Database.Bare(engine);
        await using (var other = World.Beside(database))
        {
            await other.In(unit => unit.GetRequiredService<AppDb>().Upgrade(default));
            await Chain.Add(other, 1);
            Keep(other, "mail/later.eml", "later");
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Refused("core.backup.not-empty", await Archives.Restore(other, archives.File()));
            Assert.Equal(1, (await Chain.Head(other)).Acts);

            // Broken within: nothing of it may be taken.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Flip(archives.File(), 1000, archives.File("broken.tar"));
            Assert.False((await Archives.Restore(other, archives.File("broken.tar"), replace: true)).Ok);
            Assert.Equal(1, (await Chain.Head(other)).Acts);
            Assert.True(File.Exists(Path.Combine(Folder(other), "mail/later.eml")));

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Good(await Archives.Restore(other, archives.File(), replace: true));
        }

        await using var again = World.Beside(database);
        Assert.Equal(Chain.Acts, (await Chain.Head(again)).Acts);
        Assert.Equal(["mail"], Directory.EnumerateDirectories(Folder(again)).Select(d => Path.GetFileName(d)));
        Assert.Equal([Path.GetFileName(Letter)], Directory.EnumerateFiles(Path.Combine(Folder(again), "mail")).Select(f => Path.GetFileName(f)));
    }

    [Theory, BothEngines]
    public async Task A_flipped_byte_is_found_wherever_it_is(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Keep(world, Letter, "text");
        Good(await Archives.Make(world, archives.File()));
        var length = new FileInfo(archives.File()).Length;

        // Half of them in the last blocks, where manifest and ends are.
        await Gen.Select(Gen.Long[0, length - 1], Gen.Long[1, 12_000], Gen.Bool).SampleAsync(async (any, last, atEnd) =>
        {
            var at = atEnd ? length - Math.Min(length, last) : any;
            Flip(archives.File(), at, archives.File("flipped.tar"));
            Assert.False((await archives.Check(world, archives.File("flipped.tar"))).Ok, $"byte {at}");
        }, iter: 60, threads: 1);
    }

    /// <summary>The device that keeps nothing stands for a disk that keeps something else.</summary>
    [Fact]
    public async Task A_disk_that_does_not_give_what_was_written_is_noticed_while_it_is_written()
    {
        await using var device = new FileStream("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        var writer = new ArchiveWriter(device);
        Assert.Null(writer.Damaged);
        await writer.Add("part", part => part.WriteAsync(new byte[10]).AsTask(), default);
        Assert.Equal("part", writer.Damaged);
    }

    [Theory, BothEngines]
    public async Task A_truncated_archive_says_so(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Good(await Archives.Make(world, archives.File()));
        var bytes = await File.ReadAllBytesAsync(archives.File());
        foreach (var length in new[] { 0, 100, 512, 5000, bytes.Length / 2, bytes.Length - 1025, bytes.Length - 512, bytes.Length - 1 })
        {
            await File.WriteAllBytesAsync(archives.File("cut.tar"), bytes[..length]);
            Refused(length < 512 ? "core.backup.foreign" : "core.backup.truncated", await archives.Check(world, archives.File("cut.tar")));
        }

        await File.WriteAllBytesAsync(archives.File("long.tar"), [.. bytes, 0]);
        Refused("core.backup.damaged", await archives.Check(world, archives.File("long.tar")));
        Refused("core.backup.missing", await archives.Check(world, archives.File("none.tar")));
        await File.WriteAllTextAsync(archives.File("text.tar"), new string('x', 4000));
        Refused("core.backup.foreign", await archives.Check(world, archives.File("text.tar")));
    }

    [Theory, BothEngines]
    public async Task A_hostile_archive_writes_nothing_outside(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Keep(world, Letter, "text");
        Good(await Archives.Make(world, archives.File()));
        foreach (var path in new[] { "../evil", "/etc/evil", "mail/../../evil", "mail//evil", "", ".", "a\0b", "c:evil", "..\\evil", "restored/evil", new string('a', 300) })
        {
            var forged = await archives.Forge(archives.File(), m => m["parts"]!.AsArray()[^1]!["path"] = path);
            Refused("core.backup.damaged", await archives.Check(world, forged));
        }

        Refused("core.backup.newer", await archives.Check(world, await archives.Forge(archives.File(), m => m["migration"] = "29990101000000_Later")));
        Refused("core.backup.newer", await archives.Check(world, await archives.Forge(archives.File(), m => (m["format"], m["parts"]) = (3, "another shape"))));
        Refused("core.backup.engine", await archives.Check(world, await archives.Forge(archives.File(), m => m["engine"] = engine is Engine.Sqlite ? "postgres" : "sqlite")));
        Refused("core.backup.damaged", await archives.Check(world, await archives.Forge(archives.File(), m => m["head"] = new string('0', 64))));
        Refused("core.backup.damaged", await archives.Check(world, await archives.Forge(archives.File(), m => m["parts"]!.AsArray()[0]!["bytes"] = 1L << 50)));
    }

    [Theory, BothEngines]
    public async Task A_record_that_was_tampered_with_is_backed_up_but_never_called_whole(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        await world.In(unit => unit.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("UPDATE record_act SET why = 'x' WHERE sequence = 3"));
        Good(await Archives.Make(world, archives.File()));
        Refused("core.backup.record", await archives.Check(world, archives.File()));
        await using var empty = await Database.Bare(engine);
        await using var other = World.Beside(empty);
        Refused("core.backup.record", await Archives.Restore(other, archives.File()));
    }

    /// <summary>Somebody reads what was before the last writing, so that its pages may not go into the file.</summary>
    [Fact]
    public async Task What_still_stands_only_in_the_log_of_SQLite_is_backed_up_with_it()
    {
        await using var world = await Chain.Of(Engine.Sqlite);
        await using var reader = world.Beside();
        await reader.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED");
            Assert.Equal(Chain.Acts, await db.Set<RecordedAct>().LongCountAsync());
            await Chain.Add(world, 401);
            var made = Good(await Archives.Make(world, archives.File()));
            Assert.Equal(["database/vridlo.db-wal", "database/vridlo.db"], made.Parts.Select(p => p.Name));
            Assert.Equal(Chain.Acts, await db.Set<RecordedAct>().LongCountAsync());
            await db.Database.ExecuteSqlRawAsync("ROLLBACK");
        });
        Assert.Equal(Chain.Acts + 1, Good(await archives.Check(world, archives.File())).Acts);

        await using var empty = await Database.Bare(Engine.Sqlite);
        await using var other = World.Beside(empty);
        Good(await Archives.Restore(other, archives.File()));
        Assert.Equal(Chain.Acts + 1, (await Chain.Head(other)).Acts);
        Assert.Empty(await Chain.Faults(other));
    }

    /// <summary>A trigger or a view in a foreign file could run what its author likes.</summary>
    [Fact]
    public async Task A_database_with_more_in_it_than_migrations_make_is_refused()
    {
        await using var world = await Chain.Of(Engine.Sqlite);
        await world.In(unit => unit.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("CREATE TRIGGER evil AFTER INSERT ON record_act BEGIN DELETE FROM programme; END"));
        Good(await Archives.Make(world, archives.File()));
        Refused("core.backup.unfit", await archives.Check(world, archives.File()));
    }

    [Theory, BothEngines]
    public async Task What_was_broken_off_after_it_counted_is_ended_by_the_next_start(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        var data = new DataFolder(Path.Combine(Folder(world), "apart"));
        foreach (var stage in new[] { "restored", "restored-moving" })
        {
            Directory.CreateDirectory(Path.Combine(data.Path, stage, "mail"));
            await File.WriteAllTextAsync(Path.Combine(data.Path, stage, "mail", "new.eml"), "new");
            await File.WriteAllTextAsync(Path.Combine(data.Path, stage == "restored" ? "old.txt" : "moved-already.txt"), "x");
            RestoredFolder.Finish(data);
            Assert.True(File.Exists(Path.Combine(data.Path, "mail", "new.eml")));
            Assert.Equal(stage == "restored" ? ["mail"] : ["mail", "moved-already.txt"], Directory.EnumerateFileSystemEntries(data.Path).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal));
            Directory.Delete(data.Path, recursive: true);
        }
    }

    public void Dispose() => archives.Dispose();

    private static Manifest Good(Result<Manifest> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(string.Join("; ", outcome.Problems));

    private static void Refused(string code, Result<Manifest> outcome) => Assert.Equal([code], outcome.Problems.Select(p => p.Code));

    private static string Folder(World world) => world.Services.GetRequiredService<DataFolder>().Path;

    private static void Keep(World world, string path, string text)
    {
        var file = Path.Combine(Folder(world), path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static void Flip(string from, long at, string to)
    {
        var bytes = File.ReadAllBytes(from);
        bytes[at] ^= 0x10;
        File.WriteAllBytes(to, bytes);
    }

    /// <summary>How many rows each table has, and the record's end.</summary>
    private static Task<IReadOnlyList<string>> Everything(World world) => world.In<IReadOnlyList<string>>(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var counts = new List<string>();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // The name of the table is the model's.
            var rows = await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {table}").SingleAsync();
#pragma warning restore EF1002
            counts.Add($"{table} {rows}");
        }

        return counts;
    });
}
