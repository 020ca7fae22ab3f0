using Vridlo.Core.Programme;
using Vridlo.Programmes.Api;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Importing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Replacing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Shapes drafts into answers.</summary>
internal static class ShapeDrafts
{
    public static DraftHeadAnswer Shape(this Draft draft) => new()
    {
        Id = draft.Id.Value,
        Programme = draft.Code,
        Kind = draft.Kind,
        Territory = draft.Territory,
        Title = draft.Title,
        Short = draft.Short,
        From = draft.PeriodFrom,
        To = draft.PeriodTo,
        Edition = draft.Edition,
        EditionTitle = draft.EditionTitle,
        Base = draft.BaseCode,
        Status = draft.Status,
        Round = draft.Round,
        HeadVersion = draft.HeadVersion,
        Version = draft.Version,
        OpenedAt = draft.OpenedAt,
    };

    public static DraftAnswer Shape(this DraftTree tree, int openConflicts) => new(
        tree.Head.Shape(),
        [.. tree.Departments.Select(d => new DraftDepartmentAnswer(d.Key, d.Name))],
        [.. tree.InOrder().Select(n => n.Node.Line())],
        [.. tree.Needs.Select(Shape)],
        openConflicts);

    public static DraftNodeLine Line(this DraftNode node) => new(node.NodeId.Value, node.ParentId?.Value, node.Kind, node.Code, node.Title, node.Version);

    public static DraftNodeAnswer Shape(this DraftNode node, DraftTree tree) => new()
    {
        Id = node.NodeId.Value,
        Parent = node.ParentId?.Value,
        Kind = node.Kind,
        Code = node.Code,
        Title = node.Title,
        Change = node.Change,
        Text = node.Text,
        Department = node.Department,
        Owner = tree.Owner(node.NodeId),
        Version = node.Version,
        Stamp = tree.Stamp(node.NodeId),
        Children = [.. tree.Children(node.NodeId).Select(n => n.NodeId.Value)],
        Needs = [.. tree.Needs.Where(n => n.MeasureId == node.NodeId).Select(n => n.Key)],
        Source = node.Source.Shape(),
    };

    public static DraftNeedAnswer Shape(this DraftNeed need) => new(
        need.Key, need.MeasureId.Value, need.Kind, need.Title, [.. need.Activities.Select(a => a.Value)], need.Assess, need.Signup, need.Restricted, need.MetBy, need.Version);

    public static ConflictAnswer Shape(this DraftConflict c, DraftTree tree) => new(
        c.Id.Value, c.Kind, c.Thing, c.Field, c.Base, c.Mine, c.Theirs, PresentWording.Of(tree, c), PresentWording.Stamp(tree, c), c.Decision, c.Own);

    public static HeirAnswer Shape(this Succeeded row) => new(
        row.Node.Id.Value, row.Node.Code, row.Node.Title, row.Instruments.Count, row.Decided, [.. row.Homes.Select(h => new HomeShare(h.To.NodeId.Value, h.Share))]);

    public static DoubtAnswer Shape(this DraftDoubt d) => new(d.Number, d.Code, d.Arguments, new(d.Page, d.Line, d.EndPage, d.EndLine), d.Settled);

    public static MidTermAnswer Shape(this MidTermReport r) => new(r.Id.Value, r.Stamp, r.On, r.Title, r.Text, r.Resolution, r.ResolvedOn, r.Outcome);

    public static NodeTexts Texts(this SaidTexts said) => new(said.Title, said.Change, said.Text);

    public static NodeId? Node(this Guid? id) => id is { } known ? new NodeId(known) : null;

    public static IReadOnlyList<NodeId> Nodes(this IReadOnlyList<Guid>? ids) => [.. (ids ?? []).Select(i => new NodeId(i))];
}
