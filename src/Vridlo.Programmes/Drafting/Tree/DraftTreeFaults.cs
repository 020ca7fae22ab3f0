using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>Whether a tree is one.</summary>
internal sealed partial class DraftTree
{
    /// <summary>What keeps it from being one, each with the code or key of what it is about.</summary>
    public IReadOnlyList<(string Problem, string About)> Faults()
    {
        var reached = InOrder().Select(n => n.Node).ToHashSet();
        var known = departments.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from node in nodes.Values where node.ParentId is not null && Find(node.ParentId) is null select ("programmes.draft.undo-above", node.Code),
            .. from node in nodes.Values where !reached.Contains(node) && IsInRing(node) select ("programmes.draft.undo-ring", node.Code),
            .. from node in nodes.Values where !DraftKinds.Fits(node.Kind, Find(node.ParentId)?.Kind) select ("programmes.draft.undo-unfit", node.Code),
            .. from node in nodes.Values where node.Department is not null && !known.Contains(node.Department) select ("programmes.draft.undo-department", node.Code),
            .. from twice in nodes.Values.GroupBy(n => n.Code, StringComparer.Ordinal) where twice.Skip(1).Any() select ("programmes.draft.code-taken", twice.Key),
            .. from need in needs.Values where Find(need.MeasureId)?.Kind is not NodeKind.Measure select ("programmes.draft.undo-need", need.Key),
        ];
    }

    /// <summary>Problems of this tree that another did not have.</summary>
    public Problem[] FaultsBeside(IReadOnlyList<(string Problem, string About)> before) =>
        [.. Faults().Except(before).Select(f => Problem.Conflict(f.Problem, f.About))];

    private bool IsInRing(DraftNode node)
    {
        var passed = new HashSet<NodeId>();
        for (var above = Find(node.ParentId); above is not null && passed.Add(above.NodeId); above = Find(above.ParentId))
        {
            if (above == node)
            {
                return true;
            }
        }

        return false;
    }
}
