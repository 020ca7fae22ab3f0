using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>There is no room left for the database: it is said, nothing is corrupted, and it goes on once there is room.</summary>
public sealed class FullTests
{
    [Fact]
    public async Task A_full_disk_is_said_plainly_and_nothing_is_corrupted()
    {
        var disk = new SmallDisk();
        await using var site = await Site.Shipped(Engine.Sqlite, services => services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(disk)));
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        await using var world = site.Commands();
        var before = await Invited(world);

        disk.Full = true;
        var written = 0;
        using (var refused = await Fill(worker, () => written++))
        {
            Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
            var page = await Worker.Read(refused);
            Assert.Contains("disk je plný", page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", page.Body.TextContent, StringComparison.Ordinal);
        }

        // Reading goes on, and what was refused has left nothing.
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/")).StatusCode);
        Assert.Equal(before + written, await Invited(world));

        disk.Full = false;
        using var after = await Invite(worker, "potom@example.org");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(before + written + 1, await Invited(world));
        Assert.Empty(await world.In(unit => unit.GetRequiredService<Core.Declarations>().Checks.Single(c => c.Key == "core.check.record").Find(unit, default)));
        Assert.Equal("ok", await world.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync()));
    }

    /// <summary>Pages that are free are still used, so it takes a few.</summary>
    private static async Task<HttpResponseMessage> Fill(Worker worker, Action written)
    {
        for (var i = 0; i < 2000; i++)
        {
            var answer = await Invite(worker, $"plno{i}@example.org");
            if (answer.StatusCode is not HttpStatusCode.Redirect)
            {
                return answer;
            }

            written();
            answer.Dispose();
        }

        throw new InvalidOperationException("It is never full.");
    }

    private static Task<HttpResponseMessage> Invite(Worker worker, string mail) =>
        worker.Send("/prace/lide/pozvat", "invite", new() { ["name"] = mail, ["mail"] = mail });

    private static Task<long> Invited(World world) => world.In(unit =>
        unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM people_invitation").SingleAsync());

    /// <summary>While full, no connection may make the file longer than it is: SQLite answers as it does for a full disk.</summary>
    private sealed class SmallDisk : DbConnectionInterceptor
    {
        public bool Full { get; set; }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        private void Limit(DbConnection connection)
        {
            using var pragma = connection.CreateCommand();
            pragma.CommandText = $"PRAGMA max_page_count = {(Full ? 1 : 1_000_000_000)}";
            pragma.ExecuteNonQuery();
        }
    }
}
