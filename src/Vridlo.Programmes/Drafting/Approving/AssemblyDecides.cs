using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Replacing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>
/// Notes the resolution of the assembly (zastupitelstvo). By it the draft becomes an approved edition, which never changes again, or
/// it goes back for rework.
/// </summary>
internal sealed class AssemblyDecides(ApproveDraft approve, AppDb db, IProgrammeLedger ledger, CarryInstruments carry)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Approves">whether the assembly approved it</param>
    /// <param name="Resolution">number of the resolution</param>
    /// <param name="On">its day</param>
    /// <param name="InForceFrom">from when the edition is in force; only of an approval</param>
    /// <param name="SeaStatement">the SEA statement the approval rests on, where the draft is subject to it</param>
    /// <param name="Note">what is said with it</param>
    internal sealed record Command(
        DraftId Draft, bool Approves, string Resolution, LocalDate On, LocalDate? InForceFrom = null, string? SeaStatement = null, string? Note = null);

    public async Task<Result<DraftStatus>> Run(Command c, Act act, CancellationToken stop)
    {
        // Once only: the ledger must not be told the same edition again. Begun, because money moves to the new nodes.
        await using var begun = await db.Begin(stop);
        var decided = await approve.Run(c.Draft, DraftStatus.Assembly, tree => Decide(c, tree, stop), act with { Decision = c.Resolution }, stop, rounds: 1);
        if (!decided.Ok)
        {
            db.ChangeTracker.Clear();
        }

        return decided;
    }

    private async Task<Result<Next>> Decide(Command c, DraftTree tree, CancellationToken stop)
    {
        var council = await db.Set<DraftStep>().AsNoTracking()
            .SingleAsync(s => s.DraftId == c.Draft && s.Round == tree.Head.Round && s.Kind == StepKind.CouncilAgreed, stop);
        Problem[] refused = [.. approve.Refused(c.Resolution, c.On), .. c.Approves ? await Refused(c, tree, council, stop) : []];
        if (refused.Length > 0)
        {
            return refused;
        }

        if (!c.Approves)
        {
            return new Next(StepKind.AssemblyReturned, DraftStatus.Editing, c.Note, Resolution: c.Resolution.Trim(), On: c.On);
        }

        if (await Enter(c, tree, council, stop) is { Length: > 0 } problems)
        {
            return problems;
        }

        return new Next(StepKind.AssemblyApproved, DraftStatus.Approved, c.Note, Resolution: c.Resolution.Trim(), On: c.On);
    }

    private async Task<Problem[]> Refused(Command c, DraftTree tree, DraftStep council, CancellationToken stop)
    {
        var newest = (await ledger.Editions(tree.Head.Code, stop)).FirstOrDefault();
        var sea = string.IsNullOrWhiteSpace(c.SeaStatement);
        return
        [
            .. newest?.Id != tree.Head.BaseId ? [Problem.Conflict("programmes.approval.behind")] : Array.Empty<Problem>(),
            .. c.On < council.On ? [Problem.Invalid("programmes.approval.before-council", "on")] : Array.Empty<Problem>(),
            .. c.InForceFrom is null || c.InForceFrom < c.On || c.InForceFrom <= newest?.InForceFrom
                ? [Problem.Invalid("programmes.approval.in-force", "inForceFrom")] : Array.Empty<Problem>(),
            .. tree.Head.SubjectToSea && sea ? [Problem.Invalid("programmes.approval.sea-missing", "seaStatement")] : Array.Empty<Problem>(),
            .. await carry.Undecided(tree, stop) is { Count: > 0 } open
                ? [Problem.Conflict("programmes.replace.undecided", string.Join(", ", open))] : Array.Empty<Problem>(),
        ];
    }

    private async Task<Problem[]> Enter(Command c, DraftTree tree, DraftStep council, CancellationToken stop)
    {
        var document = await db.Set<DraftDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.DraftId == c.Draft, stop);
        var earlier = tree.Head.BaseId is { } began ? await ledger.Nodes(began, Enum.GetValues<NodeKind>(), stop) : [];
        var entered = await ledger.Enter(
            DraftContent.Of(tree, document, earlier) with
            {
                Status = EditionStatus.Approved,
                InForceFrom = c.InForceFrom,
                Approvals = [new("council", council.Resolution!, council.On!.Value), new("assembly", c.Resolution.Trim(), c.On)],
            },
            DraftContent.Identities(tree),
            stop);
        if (!entered.Ok)
        {
            return [.. entered.Problems];
        }

        var carried = await carry.Run(tree, c.InForceFrom ?? c.On, stop);
        if (!carried.Ok)
        {
            return [.. carried.Problems];
        }

        (tree.Head.EditionId, tree.Head.SeaStatement) = (entered.Value.Edition, string.IsNullOrWhiteSpace(c.SeaStatement) ? null : c.SeaStatement.Trim());
        return [];
    }
}
