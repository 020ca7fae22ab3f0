using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Documents;

/// <summary>A row with its history.</summary>
/// <param name="Source">its source</param>
/// <param name="Row">the revision</param>
/// <param name="Revisions">all revisions, the newest first, each with the file that brought it and the one that ended it</param>
/// <param name="Instrument">whose it is, or null</param>
/// <param name="Assignments">what was assigned by hand, the row itself and its event, each with the code of the instrument, if to any</param>
internal sealed record RowShown(
    Source Source, DocumentRow Row, IReadOnlyList<(DocumentRow Row, Import From, Import? To)> Revisions, InstrumentListed? Instrument, IReadOnlyList<(Assignment Assignment, string? Instrument)> Assignments);

/// <summary>Reads one row.</summary>
internal sealed class ReadOneRow(AppDb db, IInstruments instruments)
{
    public async Task<RowShown?> Run(string code, RowId id, CancellationToken stop)
    {
        var found = await (from one in db.Set<DocumentRow>().AsNoTracking()
                           join of in db.Set<Source>() on one.SourceId equals of.Id
                           where one.Id == id && of.Code == code
                           select new { Row = one, Source = of }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var (row, source) = (found.Row, found.Source);
        var revisions = await db.Set<DocumentRow>().AsNoTracking().Where(r => r.SourceId == row.SourceId && r.Year == row.Year && r.Key == row.Key).OrderByDescending(r => r.Revision).ToListAsync(stop);
        List<ImportId> files = [.. revisions.Select(r => r.ImportId).Concat(revisions.Select(r => r.EndedBy).OfType<ImportId>()).Distinct()];
        var imports = await db.Set<Import>().AsNoTracking().Where(i => files.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        var assigned = await (from one in db.Set<Assignment>().AsNoTracking()
                              where one.SourceId == row.SourceId && ((one.Year == row.Year && one.Key == row.Key) || (one.Event == row.Event && one.Key == ""))
                              select new { Assignment = one, Code = instruments.All.Where(i => i.Id == one.InstrumentId).Select(i => i.Code).FirstOrDefault() }).ToListAsync(stop);
        return new(
            source,
            row,
            [.. revisions.Select(r => (r, imports[r.ImportId], r.EndedBy is { } ended ? imports[ended] : null))],
            row.Instrument is { } whose ? await instruments.All.FirstOrDefaultAsync(i => i.Id == whose, stop) : null,
            [.. assigned.Select(a => (a.Assignment, a.Code))]);
    }
}
