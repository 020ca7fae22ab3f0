using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>
/// Takes back that a draft was given up, sent to departments, or handed to the council, as long as no other step has followed; or does that
/// again, by the rules it has. The step goes with it; the record keeps both.
/// </summary>
internal sealed class UndoStep(EditDraft edit, ApproveDraft approve, AskDepartments ask, SendToCouncil send, AppDb db, IProgrammeLedger ledger)
{
    private const string Column = "status";

    public Task<Result<bool>> Run(Undoing undoing, CancellationToken stop)
    {
        var head = UndoEditing.Head(undoing);
        var (from, to) = (Status(head.After!), Status(head.Before!));
        return edit.RunIn<bool>(UndoEditing.Of(undoing), from, async tree =>
        {
            if (!approve.MayApprove(tree))
            {
                return ApproveDraft.Forbidden;
            }

            if ((await undoing.Since(head, stop)).Any(t => t.Columns.Contains(Column)))
            {
                return Problem.Conflict("programmes.approval.undo-followed");
            }

            if (await undoing.Apply(stop) is { Count: > 0 } changed)
            {
                return changed.ToArray();
            }

            return await Refused(tree, from, to, stop) is { Length: > 0 } refused ? refused : true;
        }, undoing.Act, stop);
    }

    private async Task<Problem[]> Refused(DraftTree tree, DraftStatus from, DraftStatus to, CancellationToken stop) => (from, to) switch
    {
        (DraftStatus.Abandoned, _) => await Taken(tree.Head, stop),
        (DraftStatus.Editing, DraftStatus.Comments) when Added() is { Count: > 0 } asked => await ask.Refused(tree, [.. asked.Select(a => a.Department)], asked.Min(a => a.Deadline), stop),
        (DraftStatus.Comments, DraftStatus.Council) => await send.Refused(tree, stop) is { } refused ? [refused] : [],
        _ => [],
    };

    /// <summary>Of an edition there is one open draft at a time, and none when it has been approved.</summary>
    private async Task<Problem[]> Taken(Draft draft, CancellationToken stop) =>
        await db.Set<Draft>().AnyAsync(d => d.OpenKey == draft.OpenKey && d.Id != draft.Id, stop) ? [Problem.Conflict("programmes.draft.open-already", draft.Code, draft.Edition)]
        : await ledger.Edition(draft.Code, draft.Edition, stop) is not null ? [Problem.Conflict("programmes.draft.edition-code")]
        : [];

    private List<DraftAnswer> Added() => [.. db.ChangeTracker.Entries<DraftAnswer>().Where(a => a.State is EntityState.Added).Select(a => a.Entity)];

    private static DraftStatus Status(IReadOnlyDictionary<string, JsonElement> values) => Enum.Parse<DraftStatus>(values[Column].GetString()!);
}
