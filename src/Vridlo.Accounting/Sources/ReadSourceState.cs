using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Sources;

/// <summary>A file that was sent and waits.</summary>
internal sealed record Waiting(UploadId Id, string File, int Year, Instant At, int Problems);

/// <summary>An assignment by hand; to no instrument when it has no code.</summary>
internal sealed record Assigned(AssignmentId Id, bool OfRow, string Event, int Year, string? Instrument, string Why);

/// <summary>How things are with a source.</summary>
/// <param name="States">its rows by where they stand, with what they add to what is spent</param>
/// <param name="Waiting">files that wait, the newest first</param>
/// <param name="Imports">files that were accepted, the newest first</param>
/// <param name="Assignments">what was assigned by hand</param>
internal sealed record SourceState(
    IReadOnlyList<(EntryState State, Tally Tally)> States, IReadOnlyList<Waiting> Waiting, IReadOnlyList<Import> Imports, IReadOnlyList<Assigned> Assignments);

/// <summary>Reads how things are with a source.</summary>
internal sealed class ReadSourceState(AppDb db, IInstruments instruments)
{
    private const int Most = 20, MostAssignments = 500;

    public async Task<SourceState> Run(SourceId source, CancellationToken stop)
    {
        var states = await db.Set<DocumentRow>().Where(r => r.SourceId == source && r.State != EntryState.Replaced).GroupBy(r => r.State)
            .Select(g => new { g.Key, Rows = g.Count(), Minor = g.Sum(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending ? r.Amount : -r.Amount) }).ToListAsync(stop);
        var waiting = await db.Set<Upload>().Where(u => u.SourceId == source).OrderByDescending(u => u.At).Take(Most).Select(u => new Waiting(u.Id, u.File, u.Year, u.At, u.Problems)).ToListAsync(stop);
        var imports = await db.Set<Import>().AsNoTracking().Where(i => i.SourceId == source).OrderByDescending(i => i.Id).Take(Most).ToListAsync(stop);
        var assignments = await (from assignment in db.Set<Assignment>()
                                 where assignment.SourceId == source
                                 orderby assignment.Id descending
                                 select new Assigned(assignment.Id, assignment.Key != "", assignment.Event, assignment.Year, instruments.All.Where(i => i.Id == assignment.InstrumentId).Select(i => i.Code).FirstOrDefault(), assignment.Why)).Take(MostAssignments).ToListAsync(stop);
        return new([.. states.OrderBy(s => s.Key).Select(s => (s.Key, new Tally(s.Rows, s.Minor)))], waiting, imports, assignments);
    }
}
