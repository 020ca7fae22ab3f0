using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Undo;

namespace Vridlo.Accounting.Entering;

/// <summary>Assigns a row, or all rows of an event, to an instrument by hand or says that they belong to none, takes that back, and enters again what somebody has reversed.</summary>
internal sealed class AssignRows(AppDb db, IInstruments instruments, EnterApart enter, Asker asker, IClock clock)
{
    public const string Assigned = "accounting.assign", Unassigned = "accounting.unassign", Reentered = "accounting.reenter";

    private const int LongestWhy = 500;

    /// <param name="Row">the row; null when all rows of an event are meant</param>
    /// <param name="Event">the event; empty when one row is meant, or all rows without event that no number finds, which can only be outside</param>
    /// <param name="Instrument">code of the instrument, such as <c>P-0001</c>; of no use when outside</param>
    /// <param name="Outside">whether they belong to no instrument</param>
    /// <param name="Why">the reason</param>
    internal sealed record Command(RowId? Row, string Event, string Instrument, bool Outside, string Why);

    public async Task<Result<AssignmentId>> Assign(string code, Command c, CancellationToken stop)
    {
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } source)
        {
            return Problem.NotFound("accounting.source.unknown");
        }

        var named = c.Instrument.Trim();
        var instrument = c.Outside ? default(InstrumentId) : await instruments.All.Where(i => i.Code == named).Select(i => (InstrumentId?)i.Id).FirstOrDefaultAsync(stop);
        var row = c.Row is { } id ? await db.Set<DocumentRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.SourceId == source.Id, stop) : null;
        var ofEvent = row is null ? InstrumentKey.Compared(c.Event) : "";
        List<Problem> problems =
        [
            .. instrument is null ? [Problem.Invalid("accounting.assign.instrument-unknown", "instrument")] : Array.Empty<Problem>(),
            .. row is null && (c.Row is not null || ofEvent.Length > InstrumentKey.Longest || (ofEvent.Length == 0 && !c.Outside)) ? [Problem.Invalid("accounting.assign.what", "what")] : Array.Empty<Problem>(),
            .. c.Why.Length > LongestWhy ? [Problem.Invalid("accounting.assign.why-long", "why", LongestWhy)] : Array.Empty<Problem>(),
        ];
        if (problems.Count > 0 || instrument is not { } whose)
        {
            return problems.ToArray();
        }

        var (year, key) = row is null ? (0, "") : (row.Year, row.Key);
        var assignment = await db.Set<Assignment>().FirstOrDefaultAsync(a => a.SourceId == source.Id && a.Year == year && a.Key == key && a.Event == ofEvent, stop);
        if (assignment is null)
        {
            assignment = new() { Id = TypedId.New<AssignmentId>(), SourceId = source.Id, Event = ofEvent, Year = year, Key = key, InstrumentId = whose, Why = c.Why.Trim(), At = clock.GetCurrentInstant() };
            db.Add(assignment);
        }
        else
        {
            (assignment.InstrumentId, assignment.Why) = (whose, c.Why.Trim());
        }

        if (!await db.Commit(asker.Act(Assigned, c.Why.Trim()), stop))
        {
            return Problem.Conflict("accounting.assign.changed-meanwhile");
        }

        await enter.Run(source.Id, stop);
        return assignment.Id;
    }

    public async Task<Result<bool>> Unassign(AssignmentId id, string why, CancellationToken stop)
    {
        if (why.Length > LongestWhy)
        {
            return Problem.Invalid("accounting.assign.why-long", "why", LongestWhy);
        }

        if (await db.FindAsync<Assignment>([id], stop) is not { } assignment)
        {
            return Problem.NotFound("accounting.assign.unknown");
        }

        db.Remove(assignment);
        if (!await db.Commit(asker.Act(Unassigned, why.Trim()), stop))
        {
            return Problem.Conflict("accounting.assign.changed-meanwhile");
        }

        await enter.Run(assignment.SourceId, stop);
        return true;
    }

    /// <summary>Lets a row be entered again whose entry somebody has reversed by hand.</summary>
    public async Task<Result<bool>> Reenter(RowId id, CancellationToken stop)
    {
        if (await db.FindAsync<DocumentRow>([id], stop) is not { State: EntryState.TakenBack } row)
        {
            return Problem.Conflict("accounting.row.not-taken-back");
        }

        (row.Posting, row.State) = (null, EntryState.Waiting);
        if (!await db.Commit(asker.Act(Reentered, ""), stop))
        {
            return Problem.Conflict("accounting.assign.changed-meanwhile");
        }

        await enter.Run(row.SourceId, stop);
        return true;
    }

    /// <summary>Takes an assignment, or its end, back.</summary>
    public static async Task<Result<bool>> Undo(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, asker) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<Asker>());
        if (!asker.May(AccountingRights.Manage))
        {
            return Problem.Forbidden("accounting.may-not-manage");
        }

        List<AssignmentId> ids = [.. undoing.Things.Where(t => t.Subject == AccountingMap.Assigned).Select(t => new AssignmentId(Guid.Parse(t.Id)))];
        var sources = (await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => a.SourceId).ToListAsync(stop))
            .Concat(undoing.Things.Where(t => t.Before?.ContainsKey("source_id") is true).Select(t => new SourceId(t.Before!["source_id"].GetGuid()))).Distinct().ToList();
        var refused = await undoing.Apply(stop);
        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        if (!await db.Commit(undoing.Act, stop))
        {
            return Problem.Conflict("accounting.assign.changed-meanwhile");
        }

        foreach (var source in sources)
        {
            await unit.GetRequiredService<EnterApart>().Run(source, stop);
        }

        return true;
    }
}
