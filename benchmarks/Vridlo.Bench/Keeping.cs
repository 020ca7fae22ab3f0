using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>Verifying the record against merely hashing as many bytes, and a backup against copying the files.</summary>
internal static class Keeping
{
    private const int Acts = 60_000;
    private const int AtOnce = 500;

    /// <summary>How long the sealed form of each act is; see docs/decisions/0011.</summary>
    private const string Lengths =
        """
        SELECT 183 + octet_length(actor_kind) + octet_length(kind) + octet_length(why) + coalesce(octet_length(decision), 0) + octet_length(topics) + coalesce(
            (SELECT sum(48 + octet_length(subject) + octet_length(subject_id) + coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)) FROM record_change c WHERE c.act_sequence = a.sequence), 0) AS "Value"
        FROM record_act a
        """;

    /// <param name="installed">the installation</param>
    /// <param name="files">where the engine keeps the database's files</param>
    /// <param name="folder">where copies go</param>
    /// <param name="report">takes the results</param>
    public static async Task Run(Installed installed, Func<Task<IReadOnlyList<string>>> files, string folder, Report report)
    {
        await using (var app = Server.Build(new Installation(installed.Data, installed.Database), null))
        {
            await Server.Prepare(app, default);
            for (var first = 0; first < Acts; first += AtOnce)
            {
                await Write(app.Services, first);
            }

            await Verify(app.Services, installed.Engine, report);
        }

        await Backup(installed, await files(), folder, report);
    }

    private static async Task Write(IServiceProvider services, int first)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, people) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IPeople>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var i = first; i < first + AtOnce; i++)
        {
            people.Add($"Úředník číslo {i}", $"urednik{i}@example.org", Language.Cs);
            await db.Commit(new(Actor.System, "people.invite", "nastoupil do odboru regionálního rozvoje podle rozhodnutí ředitele úřadu", $"č. j. {i}/2026"), default);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
    }

    private static async Task Verify(IServiceProvider services, string engine, Report report)
    {
        await using var scope = services.CreateAsyncScope();
        var check = services.GetRequiredService<Declarations>().Checks.Single(c => c.Key == "core.check.record");
        var lengths = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.SqlQueryRaw<long>(Lengths).ToListAsync();
        var (bytes, verified, hashed) = (new byte[lengths.Max()], double.MaxValue, double.MaxValue);
        Random.Shared.NextBytes(bytes);
        for (var i = 0; i < 5; i++)
        {
            hashed = Math.Min(hashed, Hash(lengths, bytes));
            var watch = Stopwatch.StartNew();
            if ((await check.Find(scope.ServiceProvider, default)).Count > 0)
            {
                throw new InvalidOperationException("The record is not whole.");
            }

            verified = Math.Min(verified, watch.Elapsed.TotalSeconds);
        }

        var ratio = hashed / verified;
        report.Add($"record verify, {Report.Number(lengths.Count)} acts, {engine}", $"{Report.Number(lengths.Count / verified)} acts/s", $"merely hashing {Report.Number(lengths.Count / hashed)} acts/s", Report.Number(ratio), "≥ 0.50", ratio >= 0.5);
    }

    /// <summary>The same number of bytes in the same pieces, and the short piece that stands for a name.</summary>
    private static double Hash(IReadOnlyList<long> lengths, byte[] bytes)
    {
        var (watch, seal) = (Stopwatch.StartNew(), new byte[SHA256.HashSizeInBytes]);
        foreach (var length in lengths)
        {
            SHA256.HashData(bytes.AsSpan(0, (int)length), seal);
            SHA256.HashData(bytes.AsSpan(0, 39), seal);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task Backup(Installed installed, IReadOnlyList<string> files, string folder, Report report)
    {
        Directory.CreateDirectory(folder);
        var (copied, saved, opened, size) = (double.MaxValue, double.MaxValue, double.MaxValue, files.Sum(f => new FileInfo(f).Length));
        for (var i = 0; i < 3; i++)
        {
            copied = Math.Min(copied, Copy(files, folder));
            opened = Math.Min(opened, await Commands.Time(installed.Command("record", "head")));
            var archive = Path.Combine(folder, $"{i}.tar");
            saved = Math.Min(saved, await Commands.Time(installed.Command("backup", archive)));
            File.Delete(archive);
        }

        var ratio = (saved - opened) / copied;
        report.Add($"backup, checked ({size >> 20} MB, without the program's start), {installed.Engine}", $"{Report.Number(saved - opened)} s", $"copying the files to the disk {Report.Number(copied)} s", Report.Number(ratio), "≤ 2", ratio <= 2);
    }

    private static double Copy(IReadOnlyList<string> files, string folder)
    {
        var watch = Stopwatch.StartNew();
        foreach (var file in files)
        {
            using var from = File.OpenRead(file);
            using var to = File.Create(Path.Combine(folder, "copy"));
            from.CopyTo(to, 1024 * 1024);
            to.Flush(flushToDisk: true);
        }

        File.Delete(Path.Combine(folder, "copy"));
        return watch.Elapsed.TotalSeconds;
    }
}
