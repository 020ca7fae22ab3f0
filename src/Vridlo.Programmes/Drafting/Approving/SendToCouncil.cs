using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>
/// Hands a draft to the council: when every department asked has answered or has let its deadline pass, and all comments are settled.
/// </summary>
internal sealed class SendToCouncil(ApproveDraft approve, AppDb db, IProgrammeLedger ledger)
{
    /// <param name="Draft">the draft</param>
    /// <param name="SubjectToSea">whether the assembly may approve it only on the basis of the SEA statement (248/2000 § 12(3))</param>
    /// <param name="Note">what is said with it</param>
    internal sealed record Command(DraftId Draft, bool SubjectToSea, string? Note = null);

    public Task<Result<DraftStatus>> Run(Command c, Act act, CancellationToken stop) => approve.Run(c.Draft, DraftStatus.Comments, async tree =>
    {
        if (await Refused(tree, stop) is { } refused)
        {
            return refused;
        }

        tree.Head.SubjectToSea = c.SubjectToSea;
        return new Next(StepKind.SentToCouncil, DraftStatus.Council, c.Note);
    }, act, stop);

    /// <summary>Why the draft cannot be handed over, or null.</summary>
    public async Task<Problem?> Refused(DraftTree tree, CancellationToken stop)
    {
        var answers = await db.Set<DraftAnswer>().AsNoTracking().Where(a => a.DraftId == tree.Head.Id && a.Round == tree.Head.Round).ToListAsync(stop);
        List<string> open = [.. answers.Where(a => a.IsOpen(approve.Today)).Select(a => a.Department).Order(StringComparer.Ordinal)];
        return open.Count > 0 ? Problem.Conflict("programmes.approval.comments-open", string.Join(", ", open))
            : await Behind(ledger, tree.Head, stop) ? Problem.Conflict("programmes.approval.behind") : null;
    }

    /// <summary>Whether an edition has been approved that the draft has not been merged with.</summary>
    public static async Task<bool> Behind(IProgrammeLedger ledger, Draft draft, CancellationToken stop) =>
        (await ledger.Editions(draft.Code, stop)).FirstOrDefault()?.Id != draft.BaseId;
}
