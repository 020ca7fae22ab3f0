using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Contributions;

/// <summary>The indicators that the programme in force states, of the nodes that a project carries out and of those above them.</summary>
internal sealed class StatedIndicators(IMoneyLedger money, OwnProgramme programme, IProgrammeLedger ledger)
{
    /// <summary>Those to which a project may say that it contributes, by key, in the order of the document.</summary>
    public async Task<IReadOnlyDictionary<string, Need>> Of(InstrumentId project, CancellationToken stop)
    {
        var linked = await money.Shares.Where(s => s.Instrument == project).Select(s => s.Node).ToListAsync(stop);
        return await programme.Edition(stop) is { } edition && linked.Count > 0 ? Of(linked, await programme.Tree(stop), await ledger.Needs(edition.Id, null, stop)) : new Dictionary<string, Need>();
    }

    /// <summary>The same of these nodes.</summary>
    public static IReadOnlyDictionary<string, Need> Of(IReadOnlyCollection<NodeId> linked, IReadOnlyList<Node> tree, IReadOnlyList<NeedState> needs)
    {
        var at = tree.Where(n => linked.Contains(n.Id)).ToList();
        var stating = tree.Where(n => at.Exists(one => one.Id == n.Id || n.Holds(one))).Select(n => n.Id).ToHashSet();
        return needs.Where(n => n.Need.Kind is InstrumentKind.Indicator && stating.Contains(n.MeasureId)).ToDictionary(n => n.Need.Key, n => n.Need, StringComparer.Ordinal);
    }
}
