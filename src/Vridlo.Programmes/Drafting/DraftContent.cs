using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting;

/// <summary>A draft as the content of an edition, and an edition's content as the rows of a draft.</summary>
internal static class DraftContent
{
    /// <summary>
    /// What the draft says, in the one form in which a package gives it back. Every node says what it was where loading the package
    /// elsewhere would not recognise it.
    /// </summary>
    /// <param name="tree">the draft</param>
    /// <param name="document">its document, or null</param>
    /// <param name="earlier">the nodes of the edition it follows</param>
    public static EditionContent Of(DraftTree tree, DraftDocument? document, IReadOnlyList<Node> earlier)
    {
        var (head, codes, was) = (tree.Head, tree.Nodes.ToDictionary(n => n.NodeId, n => n.Code), new Recognition(tree, earlier));
        List<Department> departments = [.. tree.Departments.Select(d => new Department(d.Key, d.Name))];
        return new()
        {
            Code = head.Code,
            Kind = head.Kind,
            Territory = head.Territory,
            Title = head.Title,
            Short = head.Short,
            From = head.PeriodFrom,
            To = head.PeriodTo,
            Edition = head.Edition,
            EditionTitle = head.EditionTitle,
            Status = EditionStatus.Draft,
            Follows = head.BaseCode,
            Document = document is null
                ? null
                : new(document.File, document.Title, document.Sha256, document.Source, document.Paged, document.Paged ? document.Text.Split('\f') : [document.Text]),
            OwnersSource = departments.Count > 0 ? head.OwnersSource : null,
            Departments = departments,
            Nodes = Below(tree, null, was),
            Needs = [.. tree.Needs.Select(n => Need(n, codes))],
        };
    }

    public static Identified Identities(DraftTree tree) =>
        new(tree.Head.ProgrammeId, tree.Nodes.ToDictionary(n => n.Code, n => n.NodeId, StringComparer.Ordinal));

    public static IEnumerable<DraftNode> Nodes(DraftId draft, IReadOnlyList<NodeContent> nodes, IReadOnlyDictionary<string, NodeId> ids, NodeId? above = null) =>
        nodes.SelectMany((n, i) => Nodes(draft, n.Children, ids, ids[n.Code]).Prepend(new()
        {
            DraftId = draft,
            NodeId = ids[n.Code],
            ParentId = above,
            Order = i * DraftTree.Gap,
            Kind = n.Kind,
            Code = n.Code,
            Title = n.Title,
            Change = n.Change,
            Text = n.Text,
            Department = n.Department,
            Source = n.Source,
            Aliases = n.Aliases,
            Edits = n.Edits,
        }));

    public static IEnumerable<DraftNeed> Needs(DraftId draft, IReadOnlyList<Need> needs, IReadOnlyDictionary<string, NodeId> ids) => needs.Select((n, i) => new DraftNeed
    {
        DraftId = draft,
        Key = n.Key,
        Position = i,
        MeasureId = ids[n.Measure],
        Kind = n.Kind,
        Title = n.Title,
        Activities = [.. n.Activities.Select(a => ids[a])],
        Assess = n.Assess,
        Signup = n.Signup,
        Restricted = n.Restricted,
        MetBy = n.MetBy,
    });

    private static IReadOnlyList<NodeContent> Below(DraftTree tree, NodeId? above, Recognition was) => [.. tree.Children(above).Select(n => new NodeContent
    {
        Kind = n.Kind,
        Code = n.Code,
        Was = was.Of(n),
        Title = n.Title,
        Change = n.Change,
        Text = n.Text,
        Department = n.Department,
        Source = n.Source,
        Aliases = n.Aliases,
        Edits = n.Edits,
        Children = Below(tree, n.NodeId, was),
    })];

    private static Need Need(DraftNeed need, Dictionary<NodeId, string> codes) => new()
    {
        Key = need.Key,
        Measure = codes[need.MeasureId],
        Kind = need.Kind,
        Title = need.Title,
        Activities = [.. need.Activities.Where(codes.ContainsKey).Select(a => codes[a]).Order(CodeOrder.Instance)],
        Assess = need.Assess,
        Signup = need.Signup,
        Restricted = need.Restricted,
        MetBy = need.MetBy,
    };

    /// <summary>
    /// Whether a loader without the draft would see by itself which node is which: it knows a node by an unchanged code and title, and
    /// would take a new node for a dropped one that it resembles.
    /// </summary>
    private sealed class Recognition(DraftTree tree, IReadOnlyList<Node> earlier)
    {
        private readonly Dictionary<NodeId, Node> before = earlier.ToDictionary(n => n.Id);
        private readonly List<Node> dropped = [.. earlier.Where(n => tree.Find(n.Id) is null)];

        public string? Of(DraftNode node) => before.TryGetValue(node.NodeId, out var was)
            ? was.Code == node.Code && was.Kind == node.Kind && Title(was.Title) == Title(node.Title) ? null : was.Code
            : dropped.Exists(d => d.Kind == node.Kind && (d.Code == node.Code || Title(d.Title) == Title(node.Title))) ? NodeContent.WasNothing : null;

        private static string Title(Localized? title) => title is null ? "" : Folding.Fold(title.For(Language.Cs).Text);
    }
}
