using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>Drafts and editions as wordings, and a merged wording put back into the rows of a draft.</summary>
internal static class DraftWording
{
    public static Wording Of(DraftTree tree) => Of(
        tree.Head, tree.Departments, tree.Needs, tree.InOrder().Select(n => n.Node));

    /// <summary>An edition, whose nodes are known by their identities.</summary>
    public static Wording Of(EditionContent content, IReadOnlyDictionary<string, NodeId> ids) => Of(
        new Draft
        {
            Id = default,
            ProgrammeId = default,
            Code = content.Code,
            Kind = content.Kind,
            Territory = content.Territory,
            Title = content.Title,
            Short = content.Short,
            PeriodFrom = content.From,
            PeriodTo = content.To,
            Edition = content.Edition,
            EditionTitle = content.EditionTitle,
            OwnersSource = content.OwnersSource,
            OpenedAt = default,
        },
        content.Departments.Select((d, i) => new DraftDepartment { DraftId = default, Key = d.Key, Name = d.Name, Position = i }),
        DraftContent.Needs(default, content.Needs, ids),
        DraftContent.Nodes(default, content.Nodes, ids));

    /// <summary>Lets the draft say what was merged.</summary>
    public static void Put(DraftTree tree, Wording merged)
    {
        ThingFields.Put(tree.Head, ThingFields.Head, merged.Things[Wording.Head]);
        foreach (var (key, fields) in merged.Things)
        {
            PutPart(tree, key, fields);
        }

        foreach (var need in tree.Needs.Where(n => merged[Wording.Need(n.Key)] is null).ToList())
        {
            tree.Remove(need);
        }

        foreach (var node in tree.Nodes.Where(n => merged[Wording.Node(n.NodeId)] is null).ToList())
        {
            tree.Remove(node);
        }

        foreach (var siblings in merged.Children.Values)
        {
            DraftTree.Order([.. siblings.Select(k => tree.Find(Wording.NodeOf(k))!)]);
        }
    }

    private static void PutPart(DraftTree tree, string key, IReadOnlyDictionary<string, string> fields)
    {
        if (Wording.NodeOf(key) is { } id)
        {
            var node = tree.Find(id) ?? tree.AddBare(new DraftNode { DraftId = tree.Head.Id, NodeId = id, Order = 0, Kind = default, Code = "" });
            node.Version += ThingFields.Put(node, ThingFields.Node, fields) ? 1 : 0;
        }
        else if (Wording.NeedOf(key) is { } name)
        {
            var need = tree.Need(name);
            if (need is null)
            {
                need = new() { DraftId = tree.Head.Id, Key = name, MeasureId = default, Kind = default, Title = new("?"), Position = tree.Needs.Select(n => n.Position).DefaultIfEmpty(-1).Max() + 1 };
                tree.Add(need);
            }

            need.Version += ThingFields.Put(need, ThingFields.Need, fields) ? 1 : 0;
        }
        else if (Wording.DepartmentOf(key) is { } department)
        {
            if (tree.Departments.FirstOrDefault(d => d.Key == department) is not { } known)
            {
                known = new() { DraftId = tree.Head.Id, Key = department, Name = new("?"), Position = tree.Departments.Select(d => d.Position).DefaultIfEmpty(-1).Max() + 1 };
                tree.Add(known);
            }

            ThingFields.Put(known, ThingFields.Department, fields);
        }
    }

    private static Wording Of(Draft head, IEnumerable<DraftDepartment> departments, IEnumerable<DraftNeed> needs, IEnumerable<DraftNode> nodes)
    {
        var things = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal) { [Wording.Head] = ThingFields.Of(head, ThingFields.Head) };
        foreach (var department in departments)
        {
            things[Wording.OfDepartment(department.Key)] = ThingFields.Of(department, ThingFields.Department);
        }

        foreach (var need in needs)
        {
            things[Wording.Need(need.Key)] = ThingFields.Of(need, ThingFields.Need);
        }

        var below = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            things[Wording.Node(node.NodeId)] = ThingFields.Of(node, ThingFields.Node);
            if (!below.TryGetValue(Wording.Node(node.ParentId), out var siblings))
            {
                below[Wording.Node(node.ParentId)] = siblings = [];
            }

            siblings.Add(Wording.Node(node.NodeId));
        }

        return new(things, below.ToDictionary(b => b.Key, b => (IReadOnlyList<string>)b.Value, StringComparer.Ordinal));
    }
}
