using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>The sum of an instrument on a node.</summary>
internal sealed record SpreadSum(InstrumentId Instrument, FundId Fund, int Year, SumKind Kind, NodeId Node, long Amount);

/// <summary>
/// What the ledger asks for every entry, while others wait for the same fund. Each is translated once for the installation: to work out anew
/// what statement is meant takes as long as the statement.
/// </summary>
internal sealed class LedgerQuestions
{
    public Func<AppDb, FundId, CancellationToken, Task<Fund?>> Fund { get; } =
        EF.CompileAsyncQuery((AppDb db, FundId id, CancellationToken stop) => db.Set<Fund>().FirstOrDefault(f => f.Id == id));

    public Func<AppDb, InstrumentId, IAsyncEnumerable<MoneyShare>> Shares { get; } =
        EF.CompileAsyncQuery((AppDb db, InstrumentId instrument) => db.Set<MoneyShare>().Where(s => s.InstrumentId == instrument));

    public Func<AppDb, InstrumentId, IAsyncEnumerable<SpreadSum>> Sums { get; } =
        EF.CompileAsyncQuery((AppDb db, InstrumentId instrument) => db.Set<LedgerEntry>().Where(e => e.InstrumentId == instrument)
            .GroupBy(e => new { e.InstrumentId, e.FundId, e.Year, e.Kind, e.NodeId })
            .Select(g => new SpreadSum(g.Key.InstrumentId, g.Key.FundId, g.Key.Year, g.Key.Kind, g.Key.NodeId, g.Sum(e => e.Amount))));

    /// <summary>The same of several instruments together.</summary>
    public static IQueryable<SpreadSum> SumsOf(AppDb db, IReadOnlyCollection<InstrumentId> instruments) => db.Set<LedgerEntry>().Where(e => instruments.Contains(e.InstrumentId))
        .GroupBy(e => new { e.InstrumentId, e.FundId, e.Year, e.Kind, e.NodeId })
        .Select(g => new SpreadSum(g.Key.InstrumentId, g.Key.FundId, g.Key.Year, g.Key.Kind, g.Key.NodeId, g.Sum(e => e.Amount)));
}
