using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting;

/// <summary>
/// Changes a draft. Two people who change different nodes at once both succeed: who comes second is let try again on the tree as it
/// is then, and is refused only when what that person saw is no longer so. Those of one process take turns, so that nobody reads the tree
/// in vain while another is about to change it.
/// </summary>
internal sealed class EditDraft(AppDb db, Asker asker, DraftTurns turns)
{
    public const string Right = "programmes.edit";

    // In every round at least one of those who try succeeds, so this many can try at once.
    public const int Rounds = 40;

    /// <summary>Changes a draft that can be edited.</summary>
    /// <param name="id">the draft</param>
    /// <param name="change">checks rights and rules and changes the tree, or refuses and changes nothing; may be called again</param>
    /// <param name="act">who does it and why</param>
    /// <param name="stop">ends the work</param>
    public Task<Result<T>> Run<T>(DraftId id, Func<DraftTree, Result<T>> change, Act act, CancellationToken stop) =>
        RunIn(id, DraftStatus.Editing, tree => Task.FromResult(change(tree)), act, stop);

    /// <summary>Changes a draft at a node that is still as it was seen.</summary>
    /// <param name="id">the draft</param>
    /// <param name="node">the node</param>
    /// <param name="version">the one that was seen</param>
    /// <param name="change">changes the tree, or refuses and changes nothing; may be called again</param>
    /// <param name="act">who does it and why</param>
    /// <param name="stop">ends the work</param>
    /// <param name="alone">whether only what the node says is changed: the tree then holds nothing but it and what stands above it</param>
    public Task<Result<T>> RunOn<T>(
        DraftId id, NodeId node, int version, Func<DraftTree, DraftNode, Result<T>> change, Act act, CancellationToken stop, bool alone = false) => RunIn(
        id, DraftStatus.Editing, tree => Task.FromResult(tree.Seen(node, version) is var seen && seen.Ok ? change(tree, seen.Value) : seen.Problems.ToArray()), act, stop, only: alone ? node : null);

    /// <summary>Changes a draft that stands in a certain state; in any open one when it is null.</summary>
    /// <inheritdoc cref="Run{T}"/>
    public async Task<Result<T>> RunIn<T>(
        DraftId id, DraftStatus? status, Func<DraftTree, Task<Result<T>>> change, Act act, CancellationToken stop, int rounds = Rounds, NodeId? only = null)
    {
        if (WhyTyped.Refused(act.Why) is { } wrong)
        {
            return wrong;
        }

        using var turn = await turns.Of(id).Next(stop);
        for (var round = 0; round < rounds; round++)
        {
            try
            {
                Forget();
                if (await (only is { } node ? DraftTree.LoadNode(db, id, node, stop) : DraftTree.Load(db, id, stop)) is not { } tree)
                {
                    return Problem.NotFound("programmes.draft.unknown");
                }

                var result = (status is null ? tree.Head.IsOpen : tree.Head.Status == status)
                    ? await change(tree)
                    : Problem.Conflict("programmes.draft.other-state");
                tree.Head.Version++;
                if (!result.Ok || await db.Commit(act, stop))
                {
                    return result;
                }
            }
            finally
            {
                Forget();
            }
        }

        return Problem.Conflict("programmes.draft.busy");
    }

    /// <summary>Whether whoever asks may edit at a node, or the programme as a whole.</summary>
    public bool May(DraftTree tree, NodeId? at) => asker.May(Right, tree.At(at));

    public static Problem Forbidden => Problem.Forbidden("programmes.draft.may-not-edit");

    /// <summary>What was read of drafts is no longer true, and what was changed must not be written with something else.</summary>
    private void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Metadata.ClrType.Assembly == typeof(Draft).Assembly).ToList())
        {
            entry.State = Microsoft.EntityFrameworkCore.EntityState.Detached;
        }
    }
}
