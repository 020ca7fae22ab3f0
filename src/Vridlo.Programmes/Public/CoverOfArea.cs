using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public;

/// <summary>An area with its measures; null stands for the measures that no area holds.</summary>
internal sealed record CoverOfArea(Node? Area, IReadOnlyList<CoverOfMeasure> Measures)
{
    public int Activities => Measures.Sum(m => m.Activities.Count);

    public int Served => Measures.Sum(m => m.Served);

    public int Needed => Measures.Sum(m => m.Needs.Count);

    public int Working => Measures.Sum(m => m.Working);

    /// <summary>The measures of a tree in the order of the document, area by area, with what they need.</summary>
    public static IReadOnlyList<CoverOfArea> Of(IReadOnlyList<Node> tree, IReadOnlyList<NeedState> needs)
    {
        var needed = needs.ToLookup(n => n.MeasureId);
        var areas = tree.Where(n => n.Kind is NodeKind.Area).ToList();
        var activities = tree.Where(n => n.Kind is NodeKind.Activity).ToList();
        var measures =
            from measure in tree
            where measure.Kind is NodeKind.Measure
            let below = Below(measure, activities)
            select new CoverOfMeasure(measure, below, [.. needed[measure.Id]]);
        var byArea = measures.ToLookup(m => areas.FindLast(a => a.Holds(m.Measure)));
        var found = areas.Select(a => new CoverOfArea(a, [.. byArea[a]]));
        return byArea[null].Any() ? [.. found, new CoverOfArea(null, [.. byArea[null]])] : [.. found];
    }

    /// <summary>Both lists are in the order of the document, so what stands below a node is one run.</summary>
    private static List<Node> Below(Node measure, List<Node> activities)
    {
        var first = activities.FindIndex(a => a.Position > measure.Position);
        return first < 0 ? [] : [.. activities.Skip(first).TakeWhile(a => a.Position <= measure.Last)];
    }
}
