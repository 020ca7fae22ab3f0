using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;

namespace Vridlo.Funds.RollUp;

/// <summary>Reads the money of a node and of all that stands below it, in one statement.</summary>
internal static class ReadNodeMoney
{
    public static async Task<IReadOnlyDictionary<string, object?>?> Read(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Select(n => n.Id)];
        var read = await services.GetRequiredService<IMoneyLedger>().Sums.Where(s => own.Contains(s.Node)).GroupBy(s => new { s.Currency, s.Kind })
            .Select(g => new { g.Key.Currency, g.Key.Kind, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop);
        return new Dictionary<string, object?>
        {
            ["Node"] = node.Self.Code,
            ["Sums"] = (IReadOnlyList<MoneySums>)[.. read.Select(r => r.Currency).Distinct().Order().Select(c => MoneySums.Of(c, read.Select(r => (r.Currency, r.Kind, r.Amount))))],
        };
    }
}
