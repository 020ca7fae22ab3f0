using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Funds.RollUp;

/// <summary>Reads money for sections of other modules' pages: of a node and of all that stands below it, or of all; in one statement each.</summary>
internal static class ReadNodeMoney
{
    public static async Task<IReadOnlyDictionary<string, object?>?> Read(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Select(n => n.Id)];
        var read = await services.GetRequiredService<IMoneyLedger>().Sums.Where(s => own.Contains(s.Node)).GroupBy(s => new { s.Year, s.Payer, s.Currency, s.Kind })
            .Select(g => new YearSum(g.Key.Year, g.Key.Payer, g.Key.Currency, g.Key.Kind, g.Sum(s => s.Amount))).ToListAsync(stop);
        var t = services.GetRequiredService<Texts>();
        return new Dictionary<string, object?>
        {
            ["Node"] = node.Self.Code,
            ["Sums"] = (IReadOnlyList<YearMoney>)[.. read.Where(r => r.Amount != 0).Select(r => r.Currency).Distinct().Order().Select(c => YearSums.Of(read, c, t))],
        };
    }

    /// <summary>All money of the ledger; nothing as long as there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfHome(IServiceProvider services, EditionHead edition, CancellationToken stop)
    {
        var read = await services.GetRequiredService<IMoneyLedger>().Sums.GroupBy(s => new { s.Currency, s.Kind }).Select(g => new { g.Key.Currency, g.Key.Kind, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop);
        List<MoneySums> whole = [.. read.Select(r => r.Currency).Distinct().Order().Select(c => MoneySums.Of(c, read.Select(r => (r.Currency, r.Kind, r.Amount)))).Where(s => s.Most > 0)];
        return whole.Count == 0 ? null : new Dictionary<string, object?> { ["Whole"] = (IReadOnlyList<MoneySums>)whole };
    }
}
