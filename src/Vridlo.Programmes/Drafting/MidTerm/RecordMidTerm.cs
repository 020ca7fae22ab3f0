using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.MidTerm;

/// <summary>Attaches a mid-term report to an edition, with the assembly's resolution on it, and corrects what was noted.</summary>
internal sealed class RecordMidTerm(AppDb db, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    internal sealed record Command(
        string Programme, string Edition, LocalDate On, Localized Title, Localized? Text, string Resolution, LocalDate ResolvedOn, MidTermOutcome Outcome);

    public async Task<Result<ReportId>> Run(Command c, Act act, CancellationToken stop)
    {
        var edition = await Edition(c, stop);
        if (!edition.Ok)
        {
            return edition.Problems.ToArray();
        }

        var report = new MidTermReport
        {
            Id = TypedId.New<ReportId>(),
            EditionId = edition.Value.Id,
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

    /// <param name="id">the report, which stays with its edition</param>
    /// <param name="seen">the <see cref="MidTermReport.Stamp"/> of what is corrected</param>
    /// <param name="c">what it is to say</param>
    /// <param name="act">who corrects it and why</param>
    /// <param name="stop">ends the work</param>
    public async Task<Result<ReportId>> Correct(ReportId id, string seen, Command c, Act act, CancellationToken stop)
    {
        if (WhyTyped.Refused(act.Why) is { } wrong)
        {
            return wrong;
        }

        var edition = await Edition(c, stop);
        if (!edition.Ok)
        {
            return edition.Problems.ToArray();
        }

        var of = edition.Value.Id;
        if (await db.Set<MidTermReport>().FirstOrDefaultAsync(r => r.Id == id && r.EditionId == of, stop) is not { } report)
        {
            return Problem.NotFound("programmes.midterm.unknown");
        }

        if (report.Stamp != seen)
        {
            return Changed;
        }

        (report.On, report.Title, report.Text) = (c.On, c.Title, c.Text);
        (report.Resolution, report.ResolvedOn, report.Outcome) = (c.Resolution.Trim(), c.ResolvedOn, c.Outcome);
        return await db.Commit(act with { Decision = report.Resolution }, stop) ? report.Id : Changed;
    }

    private static Problem Changed => Problem.Conflict("programmes.midterm.changed");

    /// <summary>The edition, when a report on it can be noted as it is said.</summary>
    private async Task<Result<EditionHead>> Edition(Command c, CancellationToken stop)
    {
        if (await ledger.Edition(c.Programme, c.Edition, stop) is not { } edition)
        {
            return Problem.NotFound("programmes.unknown", c.Programme);
        }

        if (!asker.May(DraftServices.Approve, new(edition.ProgrammeId, [])))
        {
            return Problem.Forbidden("programmes.approval.may-not");
        }

        var today = clock.Today();
        Problem[] refused =
        [
            .. edition.Kind is ProgrammeKind.International ? [Problem.Invalid("programmes.midterm.international", "edition")] : Array.Empty<Problem>(),
            .. string.IsNullOrWhiteSpace(c.Resolution) ? [Problem.Invalid("programmes.approval.resolution-missing", "resolution")] : Array.Empty<Problem>(),
            .. c.ResolvedOn > today ? [Problem.Invalid("programmes.approval.in-future", "resolvedOn", c.ResolvedOn)] : Array.Empty<Problem>(),
            .. c.On > c.ResolvedOn ? [Problem.Invalid("programmes.midterm.after-resolution", "on")] : Array.Empty<Problem>(),
        ];
        return refused.Length > 0 ? refused : edition;
    }
}
