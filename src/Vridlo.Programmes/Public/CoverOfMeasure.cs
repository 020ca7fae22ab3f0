using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Public;

/// <summary>A measure, its activities and what it needs.</summary>
internal sealed record CoverOfMeasure(Node Measure, IReadOnlyList<Node> Activities, IReadOnlyList<NeedState> Needs)
{
    public int Working => Needs.Count(n => n.Works);

    /// <summary>Activities that at least one working instrument serves.</summary>
    public int Served => Activities.Count(a => Needs.Any(n => n.Works && n.Need.Activities.Contains(a.Code)));

    public Cover State => (Needs.Count, Working) switch
    {
        (0, _) => Cover.Unstated,
        (_, 0) => Cover.None,
        var (all, working) => all == working ? Cover.Full : Cover.Part,
    };
}
