using Vridlo.Alignment.Comparing;
using Vridlo.Alignment.Deciding;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Showing;

/// <summary>One field of the matrix: what is decided and proposed between two groups.</summary>
/// <param name="Direct">how many support directly</param>
/// <param name="Partly">how many support in part</param>
/// <param name="Contradicts">how many contradict</param>
/// <param name="Proposed">how many are proposed and not decided</param>
internal readonly record struct MatrixCell(int Direct, int Partly, int Contradicts, int Proposed)
{
    /// <summary>The strongest of it, for the colour: contradictions first, because they need somebody.</summary>
    public string? Strongest => this switch
    {
        { Contradicts: > 0 } => "contradicts",
        { Direct: > 0 } => "direct",
        { Partly: > 0 } => "partly",
        { Proposed: > 0 } => "proposed",
        _ => null,
    };

    /// <summary>The fields of a pair by row and column; fields in which nothing is are missing.</summary>
    public static IReadOnlyDictionary<(NodeId Row, NodeId Column), MatrixCell> Of(Pair pair)
    {
        var rows = GroupOf(pair.From);
        var columns = GroupOf(pair.To);
        var all = pair.Confirmed.Select(d => (d.From, d.To, Verdict: (Verdict?)d.Verdict)).Concat(pair.Proposed.Select(p => (p.From, p.To, Verdict: (Verdict?)null)));
        return all.GroupBy(l => (rows[l.From.Id], columns[l.To.Id])).ToDictionary(g => g.Key, g => new MatrixCell(
            g.Count(l => l.Verdict is Verdict.Direct),
            g.Count(l => l.Verdict is Verdict.Partly),
            g.Count(l => l.Verdict is Verdict.Contradicts),
            g.Count(l => l.Verdict is null)));
    }

    private static Dictionary<NodeId, NodeId> GroupOf(Side side)
    {
        var of = new Dictionary<NodeId, NodeId>();
        Node? group = null;
        foreach (var node in side.Nodes)
        {
            group = group?.Holds(node) is true ? group : node;
            of.Add(node.Id, group.Id);
        }

        return of;
    }
}
