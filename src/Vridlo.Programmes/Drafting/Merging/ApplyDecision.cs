using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>Puts into a draft what somebody has decided.</summary>
internal static class ApplyDecision
{
    /// <summary>Why it cannot be, or null when it has been done. What is no longer there needs no decision.</summary>
    public static Problem? Put(DraftTree tree, DraftConflict conflict, string? chosen)
    {
        if (conflict.Kind is ConflictKind.Order)
        {
            Order(tree, Wording.NodeOf(conflict.Thing), chosen ?? "");
            return null;
        }

        return Wording.NodeOf(conflict.Thing) is { } id ? tree.Find(id) is { } node ? Node(tree, node, conflict.Field, chosen) : null
            : Wording.NeedOf(conflict.Thing) is { } key ? tree.Need(key) is { } need ? Need(tree, need, conflict.Field, chosen) : null
            : Wording.DepartmentOf(conflict.Thing) is { } name ? Set(tree.Departments.FirstOrDefault(d => d.Key == name), ThingFields.Department, conflict.Field, chosen)
            : Head(tree.Head, conflict.Field, chosen);
    }

    private static Problem? Head(Draft head, string field, string? chosen)
    {
        head.HeadVersion++;
        return Set(head, ThingFields.Head, field, chosen);
    }

    private static Problem? Node(DraftTree tree, DraftNode node, string field, string? chosen)
    {
        if (field.Length == 0)
        {
            if (chosen is null)
            {
                DropNode.Drop(tree, node.NodeId);
            }

            return null;
        }

        var parent = chosen is null ? null : Wording.NodeOf(chosen);
        var refused = field switch
        {
            Wording.Code => tree.CodeRefused(chosen ?? "", node.NodeId),
            Wording.Parent => tree.PlaceRefused(node.Kind, node.NodeId, parent),
            _ => null,
        };
        if (refused is not null)
        {
            return refused;
        }

        if (field is Wording.Parent && node.ParentId != parent)
        {
            tree.Put(node, parent, null);
        }

        node.Version++;
        return Set(node, ThingFields.Node, field, chosen);
    }

    private static Problem? Need(DraftTree tree, DraftNeed need, string field, string? chosen)
    {
        if (field.Length == 0)
        {
            if (chosen is null)
            {
                tree.Remove(need);
            }

            return null;
        }

        if (field is Wording.Measure && (chosen is null || tree.Find(Wording.NodeOf(chosen)) is null))
        {
            return Problem.Conflict("programmes.draft.node-gone");
        }

        need.Version++;
        return Set(need, ThingFields.Need, field, chosen);
    }

    private static Problem? Set<T>(T? row, IReadOnlyDictionary<string, Field<T>> fields, string field, string? chosen)
        where T : class
    {
        if (row is not null && fields[field] is var known && known.Get(row) != chosen)
        {
            known.Set(row, chosen);
        }

        return null;
    }

    private static void Order(DraftTree tree, NodeId? parent, string chosen)
    {
        var wanted = chosen.Split(' ').Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        DraftTree.Order([.. tree.Children(parent).OrderBy(n => wanted.GetValueOrDefault(Wording.Node(n.NodeId), int.MaxValue))]);
    }
}
