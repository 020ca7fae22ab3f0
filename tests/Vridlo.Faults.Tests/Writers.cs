using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>
/// Officials who invite people without pause, through the page. Each invitation enters a person, a link, a letter and an act in one
/// transaction; it is acknowledged once the answer leads to the person's page.
/// </summary>
internal sealed class Writers(Worker worker, string prefix) : IWriters
{
    public const string Administrator = "spravce@example.org";

    private readonly ConcurrentQueue<string> acknowledged = new();
    private readonly ConcurrentQueue<(HttpStatusCode Status, string Body)> refused = new();
    private int next;

    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    /// <summary>Answers that were neither the person's page nor none at all.</summary>
    public IReadOnlyCollection<(HttpStatusCode Status, string Body)> Refused => refused;

    /// <summary>Enters who will sign in.</summary>
    public static Task Employ(World world) => new Units(world.Services).Employ(Administrator, new Grant(Role.Administrator));

    public Task Prepare() => Task.CompletedTask;

    public Task Write(int together) => Write(together, goOn: false, CancellationToken.None);

    Task<IReadOnlyList<string>> IWriters.Faults(World world, IReadOnlyCollection<string> acknowledged) => Faults(world, acknowledged);

    /// <summary>Writes until told to stop; an end of the server ends it too, unless it is to go on.</summary>
    public Task Write(int writers, bool goOn, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Invite($"{prefix}{Interlocked.Increment(ref next)}@example.org");
            }
            catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException or TaskCanceledException)
            {
                if (!goOn)
                {
                    return;
                }
            }
        }
    })));

    /// <summary>What is wrong with what was written, in words; nothing when all is well.</summary>
    public static Task<IReadOnlyList<string>> Faults(World world, IEnumerable<string> acknowledged) => world.In<IReadOnlyList<string>>(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var people = await db.Database.SqlQueryRaw<string>("SELECT mail AS \"Value\" FROM access_person").ToListAsync();
        var faults = acknowledged.Except(people, StringComparer.Ordinal).Select(m => $"{m} was acknowledged and is lost").ToList();
        foreach (var (said, sql) in new[]
        {
            ("people without an invitation", $"SELECT count(*) AS \"Value\" FROM access_person p WHERE p.mail <> '{Administrator}' AND NOT EXISTS (SELECT 1 FROM people_invitation i WHERE i.person_id = p.id)"),
            ("invitations of nobody", "SELECT count(*) AS \"Value\" FROM people_invitation i WHERE i.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM access_person p WHERE p.id = i.person_id)"),
            ("people without a letter", $"SELECT count(*) AS \"Value\" FROM access_person p WHERE p.mail <> '{Administrator}' AND NOT EXISTS (SELECT 1 FROM mail_letter l WHERE l.person_id = p.id)"),
            ("difference of people and acts", "SELECT (SELECT count(*) FROM access_person) - (SELECT count(*) FROM record_act WHERE kind = 'people.invite') AS \"Value\""),
        })
        {
            var count = await db.Database.SqlQueryRaw<long>(sql).SingleAsync();
            if (count != 0)
            {
                faults.Add($"{said}: {count}");
            }
        }

        foreach (var check in unit.GetRequiredService<Declarations>().Checks.Where(c => c.Key == "core.check.record"))
        {
            faults.AddRange((await check.Find(unit, default)).Select(f => $"record: {f}"));
        }

        return faults;
    });

    private async Task Invite(string mail)
    {
        using var page = await worker.Get("/prace/lide/pozvat");
        if (page.StatusCode is not HttpStatusCode.OK)
        {
            refused.Enqueue((page.StatusCode, await page.Content.ReadAsStringAsync()));
            return;
        }

        var fields = Worker.Filled(await Worker.Read(page), "invite", new() { ["name"] = mail, ["mail"] = mail });
        using var answer = await worker.Post("/prace/lide/pozvat", new FormUrlEncodedContent(fields));
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && answer.Headers.Location?.ToString().Contains("/prace/lide/", StringComparison.Ordinal) is true
            && !answer.Headers.Location.ToString().EndsWith("pozvat", StringComparison.Ordinal))
        {
            acknowledged.Enqueue(mail);
        }
        else
        {
            refused.Enqueue((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }
}
