using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.MidTerm;

/// <summary>Attaches a mid-term report to an edition, with the assembly's resolution on it.</summary>
internal sealed class RecordMidTerm(AppDb db, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    internal sealed record Command(
        string Programme, string Edition, LocalDate On, Localized Title, Localized? Text, string Resolution, LocalDate ResolvedOn, MidTermOutcome Outcome);

    public async Task<Result<ReportId>> Run(Command c, Act act, CancellationToken stop)
    {
        if (await ledger.Edition(c.Programme, c.Edition, stop) is not { } edition)
        {
            return Problem.NotFound("programmes.unknown", c.Programme);
        }

        if (!asker.May(DraftServices.Approve, new(edition.ProgrammeId, [])))
        {
            return Problem.Forbidden("programmes.approval.may-not");
        }

        var today = clock.GetCurrentInstant().InZone(DateText.Zone).Date;
        Problem[] refused =
        [
            .. edition.Kind is ProgrammeKind.International ? [Problem.Invalid("programmes.midterm.international", "edition")] : Array.Empty<Problem>(),
            .. string.IsNullOrWhiteSpace(c.Resolution) ? [Problem.Invalid("programmes.approval.resolution-missing", "resolution")] : Array.Empty<Problem>(),
            .. c.ResolvedOn > today ? [Problem.Invalid("programmes.approval.in-future", "resolvedOn", c.ResolvedOn)] : Array.Empty<Problem>(),
            .. c.On > c.ResolvedOn ? [Problem.Invalid("programmes.midterm.after-resolution", "on")] : Array.Empty<Problem>(),
        ];
        if (refused.Length > 0)
        {
            return refused;
        }

        var report = new MidTermReport
        {
            Id = TypedId.New<ReportId>(),
            EditionId = edition.Id,
            On = c.On,
            Title = c.Title,
            Text = c.Text,
            Resolution = c.Resolution.Trim(),
            ResolvedOn = c.ResolvedOn,
            Outcome = c.Outcome,
        };
        db.Add(report);
        return await db.Commit(act with { Decision = report.Resolution }, stop) ? report.Id : Problem.Conflict("programmes.draft.busy");
    }
}
