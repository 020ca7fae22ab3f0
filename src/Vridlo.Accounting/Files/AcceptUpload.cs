using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Files;

/// <summary>What came of an accepted file.</summary>
/// <param name="Added">rows that are new or are back again</param>
/// <param name="Changed">rows that have a new revision</param>
/// <param name="Withdrawn">rows that are there no more</param>
/// <param name="Unchanged">rows that are as they were</param>
internal sealed record Accepted(int Added, int Changed, int Withdrawn, int Unchanged);

/// <summary>
/// Accepts a file that was seen: its rows and budgets are written in one transaction, all or none, and then entered in the ledger. Whoever
/// accepts holds the source, so of two who accept at once the second sees what the first has done and is told. A file that is there already
/// changes nothing.
/// </summary>
internal sealed class AcceptUpload(AppDb db, EnterApart enter, Asker asker, IClock clock)
{
    public const string Act = "accounting.import";

    /// <param name="id">the file</param>
    /// <param name="version">the version of the source that was seen with it</param>
    /// <param name="stop">ends it</param>
    public async Task<Result<Accepted>> Run(UploadId id, int version, CancellationToken stop)
    {
        var source = await db.Set<Upload>().Where(u => u.Id == id).Select(u => (SourceId?)u.SourceId).FirstOrDefaultAsync(stop);
        if (source is not { } held)
        {
            return Problem.NotFound("accounting.upload.unknown");
        }

        var accepted = await Write(id, held, version, stop);
        if (accepted.Ok)
        {
            await db.Set<Upload>().Where(u => u.Id == id).ExecuteDeleteAsync(stop);
            await enter.Run(held, stop);
        }

        return accepted;
    }

    private async Task<Result<Accepted>> Write(UploadId id, SourceId held, int version, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        await HoldSource.Until(db, held, stop);
        if (await db.Set<Upload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, stop) is not { } upload)
        {
            return Problem.Conflict("accounting.upload.accepted-already");
        }

        var source = await db.Set<Source>().FirstAsync(s => s.Id == held, stop);
        if (source.Version != version)
        {
            return Problem.Conflict("accounting.upload.changed-meanwhile");
        }

        var read = ReadFile.Run(upload.Bytes, source.FormOfFile(upload.Stage), upload.Year);
        if (read.Problems.Count > 0)
        {
            return Problem.Invalid("accounting.upload.has-problems");
        }

        var known = await FileDiff.Known(db, held, upload.Year, stop);
        if (upload.Mode is ImportMode.Append && ReadFile.TooMuch(known.Values.Where(k => k.Live).Select(k => k.Amount).Concat(read.Rows.Select(r => r.Amount))) is { } tooMuch)
        {
            return tooMuch;
        }

        var diff = FileDiff.Of(known, read.Rows, upload.Mode);
        var import = TypedId.New<ImportId>();
        var snapshots = await KeepSnapshots.Of(db, upload, read.Budget, import, stop);
        var back = diff.Changed.Count(c => !c.Was.Live);
        var accepted = new Accepted(diff.Added.Count + back, diff.Changed.Count - back, diff.Withdrawn.Count, diff.Unchanged);
        if (diff.Empty && snapshots.Count == 0 && await db.Set<Import>().AnyAsync(i => i.SourceId == held && i.Year == upload.Year && i.AsOf >= upload.AsOf, stop))
        {
            return accepted;
        }

        db.Add(new Import
        {
            Id = import,
            SourceId = held,
            File = upload.File,
            Digest = upload.Digest,
            Year = upload.Year,
            Mode = upload.Mode,
            AsOf = upload.AsOf,
            At = clock.GetCurrentInstant(),
            Added = accepted.Added,
            Changed = accepted.Changed,
            Withdrawn = accepted.Withdrawn,
            Unchanged = accepted.Unchanged,
        });
        db.AddRange(snapshots);
        await new ReviseRows(db).Run(upload, diff, import, stop);
        source.Version++;
        return await db.Commit(asker.Act(Act, ""), stop) ? accepted : Problem.Conflict("accounting.upload.changed-meanwhile");
    }
}
