using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>
/// Undoes what somebody has done to a draft: in the same rounds as every other change of it, by the same rights, and only if the tree
/// stays one.
/// </summary>
internal sealed class UndoEditing(EditDraft edit)
{
    private static readonly HashSet<string> Texts = ["title", "change", "text", "version"];

    /// <param name="undoing">what is undone</param>
    /// <param name="stop">ends the work</param>
    /// <param name="also">what else is asked of the tree as it will be; null for nothing</param>
    /// <param name="whole">whether it is the matter of who edits the programme as a whole, whatever it changed</param>
    public Task<Result<bool>> Run(Undoing undoing, CancellationToken stop, Func<DraftTree, Task<Problem?>>? also = null, bool whole = false) =>
        edit.RunIn<bool>(Of(undoing), DraftStatus.Editing, async tree =>
        {
            var faults = tree.Faults();
            if (!May(tree, undoing.Things) || (whole && !edit.May(tree, null)))
            {
                return EditDraft.Forbidden;
            }

            if (await undoing.Apply(stop) is { Count: > 0 } changed)
            {
                return changed.ToArray();
            }

            var after = tree.Changed();
            return after.FaultsBeside(faults) is { Length: > 0 } refused ? refused
                : !May(after, undoing.Things) ? EditDraft.Forbidden
                : also is not null && await also(after) is { } problem ? problem : true;
        }, undoing.Act, stop);

    /// <summary>The draft: every act that changes anything in it raises its version.</summary>
    public static DraftId Of(Undoing undoing) => new(Guid.Parse(Head(undoing).Id));

    /// <summary>The draft itself among what an act changed.</summary>
    public static ChangedThing Head(Undoing undoing) => undoing.Things.Single(t => t.Subject == "programmes.draft");

    /// <summary>A text is the matter of who edits the node; whether and where it stands, of who edits what is above it.</summary>
    private bool May(DraftTree tree, IReadOnlyList<ChangedThing> things) => things.All(t => t.Subject switch
    {
        DraftHistory.Node => tree.Find(new NodeId(Guid.Parse(t.Id.Split('/')[1]))) is not { } node
            || edit.May(tree, t is { Before: not null, After: not null } && t.Columns.All(Texts.Contains) ? node.NodeId : node.ParentId),
        DraftHistory.Need => tree.Need(t.Id.Split('/', 2)[1]) is not { } need || edit.May(tree, need.MeasureId),
        "programmes.draft.department" => edit.May(tree, null),
        "programmes.draft" => t.Columns.All(c => c is "version") || edit.May(tree, null),
        _ => true,
    });
}
