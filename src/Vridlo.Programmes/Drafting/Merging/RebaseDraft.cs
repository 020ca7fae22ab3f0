using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>
/// Merges into a draft what the newest approved edition says otherwise than the one the draft began from. What both changed stays as
/// the draft has it, and is kept as a conflict for somebody to decide.
/// </summary>
internal sealed class RebaseDraft(EditDraft edit, AppDb db, IProgrammeLedger ledger)
{
    /// <summary>What it came to.</summary>
    /// <param name="Edition">code of the edition merged in</param>
    /// <param name="Conflicts">how many conflicts there are to decide</param>
    internal sealed record Rebased(string Edition, int Conflicts);

    public Task<Result<Rebased>> Run(DraftId draft, Act act, CancellationToken stop) => edit.RunIn<Rebased>(draft, DraftStatus.Editing, async tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        var editions = await ledger.Editions(tree.Head.Code, stop);
        if (editions is not [var newest, ..] || newest.Id == tree.Head.BaseId)
        {
            return Problem.Conflict("programmes.merge.nothing-new");
        }

        if (await db.Set<DraftConflict>().AnyAsync(c => c.DraftId == draft && c.Decision == ConflictDecision.Open, stop))
        {
            return Problem.Conflict("programmes.merge.undecided");
        }

        var began = editions.FirstOrDefault(e => e.Id == tree.Head.BaseId);
        var merged = ThreeWay.Merge(began is null ? Wording.Empty : await Said(began, stop), DraftWording.Of(tree), await Said(newest, stop));
        DraftWording.Put(tree, merged.Wording);
        (tree.Head.BaseId, tree.Head.BaseCode) = (newest.Id, newest.Code);
        tree.Head.HeadVersion++;
        db.AddRange(merged.Conflicts.Select(c => Row(draft, c)));
        return new Rebased(newest.Code, merged.Conflicts.Count);
    }, act, stop);

    private async Task<Wording> Said(EditionHead edition, CancellationToken stop)
    {
        var content = await ledger.Content(edition.Programme, edition.Code, stop) ?? throw new InvalidOperationException("An edition that is listed is there.");
        var ids = (await ledger.Nodes(edition.Id, Enum.GetValues<NodeKind>(), stop)).ToDictionary(n => n.Code, n => n.Id, StringComparer.Ordinal);
        return DraftWording.Of(content, ids);
    }

    private static DraftConflict Row(DraftId draft, Conflict conflict) => new()
    {
        Id = TypedId.New<ConflictId>(),
        DraftId = draft,
        Kind = conflict.Kind,
        Thing = conflict.Thing,
        Field = conflict.Field,
        Base = conflict.Base,
        Mine = conflict.Mine,
        Theirs = conflict.Theirs,
    };
}
