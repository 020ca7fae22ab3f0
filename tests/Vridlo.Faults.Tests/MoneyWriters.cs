using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>
/// Officials who bind sums against one fund, and others who accept spreadsheets of projects with their costs. A sum is acknowledged when its page
/// is shown anew, a spreadsheet when it leads to what came of it.
/// </summary>
internal sealed class MoneyWriters(Worker worker, string prefix) : IWriters
{
    private const int Rows = 25;
    private const string Money = "/prace/projekty/P-0001/penize", Sheets = "/prace/projekty/nacist";

    private readonly ConcurrentQueue<string> acknowledged = new();
    private readonly ConcurrentQueue<(HttpStatusCode Status, string Body)> refused = new();
    private int next;

    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    public IReadOnlyCollection<(HttpStatusCode Status, string Body)> Refused => refused;

    public async Task Prepare()
    {
        using var there = await worker.Get(Money);
        if (there.StatusCode is HttpStatusCode.OK)
        {
            return;
        }

        await worker.Done("/prace/penize/novy", "fund", new() { ["code"] = "kap-18", ["title"] = "Rozpočet kraje", ["payer"] = "Region", ["currency"] = "Czk" });
        await worker.Done("/prace/penize/kap-18", "budget", new() { ["year"] = "2027", ["kind"] = "Approved", ["amount"] = "10 000 000 000" });
        await worker.Done("/prace/projekty/novy", "project", new() { ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1" });
    }

    public Task Write(int together) => Task.WhenAll(Enumerable.Range(0, together).Select(i => Task.Run(async () =>
    {
        while (true)
        {
            try
            {
                await (i % 3 == 0 ? Accept($"{prefix}s{Interlocked.Increment(ref next)}") : Bind($"{prefix}d{Interlocked.Increment(ref next)}"));
            }
            catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException or TaskCanceledException)
            {
                return;
            }
        }
    })));

    public Task<IReadOnlyList<string>> Faults(World world, IReadOnlyCollection<string> acknowledged) => world.In<IReadOnlyList<string>>(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var documents = await db.Database.SqlQueryRaw<string>("SELECT document AS \"Value\" FROM ledger_posting WHERE kind = 'Committed'").ToListAsync();
        var titles = await db.Database.SqlQueryRaw<string>("SELECT title AS \"Value\" FROM projects_project WHERE number > 1").ToListAsync();
        var plans = await db.Database.SqlQueryRaw<string>("SELECT p.title AS \"Value\" FROM projects_project p JOIN ledger_posting l ON l.instrument_id = p.id AND l.kind = 'Planned' WHERE l.amount = 125000000").ToListAsync();
        var sheets = titles.CountBy(t => t.Split(' ')[0]).ToDictionary(StringComparer.Ordinal);
        var faults = acknowledged.Where(a => !documents.Contains(a) && !sheets.ContainsKey(a)).Select(a => $"{a} was acknowledged and is lost").ToList();
        faults.AddRange(sheets.Where(s => s.Value != Rows).Select(s => $"spreadsheet {s.Key} was entered with {s.Value} of {Rows} rows"));
        faults.AddRange(titles.Order(StringComparer.Ordinal).SequenceEqual(plans.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? [] : ["plans are not those of the projects"]);
        faults.AddRange(documents.CountBy(d => d).Where(d => d.Value != 1).Select(d => $"{d.Key} was entered {d.Value} times"));
        foreach (var check in unit.GetRequiredService<Declarations>().Checks.Where(c => c.Key == "core.check.record" || c.Key.StartsWith("money.check.", StringComparison.Ordinal)))
        {
            faults.AddRange((await check.Find(unit, default)).Select(f => $"{check.Key}: {f}"));
        }

        return faults;
    });

    private async Task Bind(string document)
    {
        var fields = await Form(Money, "sum", new() { ["kind"] = "Committed", ["fund"] = "kap-18", ["year"] = "2027", ["amount"] = "1000", ["document"] = document });
        if (fields is not null)
        {
            using var answer = await worker.Post(Money, new FormUrlEncodedContent(fields));
            await Note(answer, document);
        }
    }

    private async Task Accept(string name)
    {
        object?[][] rows = [["Název projektu", "IČO", "Nositel", "Vazba na opatření", "Náklady 2027 (Kč)"], .. Enumerable.Range(1, Rows).Select(i => new object?[] { $"{name} projekt {i}", "70891168", "Karlovarský kraj", "4.1", 1_250_000 })];
        if (await Form(Sheets, "sheet", []) is null)
        {
            return;
        }

        using var sent = await worker.Upload(Sheets, "sheet", "file", $"{name}.xlsx", Book.Of(rows));
        if (sent.Headers.Location is not { } led)
        {
            refused.Enqueue((sent.StatusCode, await sent.Content.ReadAsStringAsync()));
            return;
        }

        var address = led.IsAbsoluteUri ? led.AbsolutePath : led.ToString().Split('?')[0];
        using var chosen = await worker.Post(address, new FormUrlEncodedContent((await Form(address, "choices", new() { ["fund"] = "kap-18" }))!));
        using var answer = await worker.Post(address, new FormUrlEncodedContent((await Form(address, "accept", []))!));
        await Note(answer, name);
    }

    /// <summary>The form of a page, filled in; null when the page is not there, which is noted.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, string>>?> Form(string address, string form, Dictionary<string, string> typed)
    {
        using var page = await worker.Get(address);
        if (page.StatusCode is HttpStatusCode.OK)
        {
            return Worker.Filled(await Worker.Read(page), form, typed);
        }

        refused.Enqueue((page.StatusCode, await page.Content.ReadAsStringAsync()));
        return null;
    }

    private async Task Note(HttpResponseMessage answer, string what)
    {
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
        {
            acknowledged.Enqueue(what);
        }
        else
        {
            refused.Enqueue((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }
}
