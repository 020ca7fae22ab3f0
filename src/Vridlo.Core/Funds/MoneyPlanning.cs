using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>What is planned in all: what differs from what was planned is entered.</summary>
internal sealed partial class MoneyLedger
{
    public async Task<Result<int>> Plan(IReadOnlyCollection<InstrumentPlan> plans, LocalDate day, string note, CancellationToken stop)
    {
        foreach (var plan in plans)
        {
            if (await Refused(plan, note, stop) is { Count: > 0 } refused)
            {
                return refused.ToArray();
            }
        }

        List<Posting> postings = [];
        foreach (var plan in plans.OrderBy(p => p.Instrument.Value))
        {
            if (await hold.Instrument(plan.Instrument, stop) is { } unknown)
            {
                return unknown;
            }

            postings.AddRange((await Missing(plan, stop)).Select(m => Make(plan.Instrument, m.Fund, m.Year, SumKind.Planned, m.Amount, day, "", note)));
        }

        return await Enter(postings, stop) is { } beyond ? beyond : postings.Count;
    }

    private async Task<List<Problem>> Refused(InstrumentPlan plan, string note, CancellationToken stop)
    {
        var refused = new List<Problem>();
        foreach (var sum in plan.Sums)
        {
            refused.AddRange(Refused(await Fund(sum.Fund, stop), sum.Year, sum.Amount, note));
        }

        if (plan.Sums.Any(s => s.Amount.Minor < 0))
        {
            refused.Add(Problem.Invalid("money.not-positive", "amount"));
        }

        return refused;
    }

    /// <summary>What has to be entered so that a plan is what it should be.</summary>
    private async Task<IEnumerable<(FundId Fund, int Year, long Amount)>> Missing(InstrumentPlan plan, CancellationToken stop)
    {
        var wanted = plan.Sums.GroupBy(s => (s.Fund, s.Year)).ToDictionary(g => g.Key, g => g.Sum(s => s.Amount.Minor));
        var planned = (await spread.Totals(plan.Instrument, stop)).Where(t => t.Key.Kind is SumKind.Planned).ToDictionary(t => (t.Key.Fund, t.Key.Year), t => t.Value);
        return wanted.Keys.Union(planned.Keys).OrderBy(k => k.Fund.Value).ThenBy(k => k.Year)
            .Select(k => (k.Fund, k.Year, wanted.GetValueOrDefault(k) - planned.GetValueOrDefault(k))).Where(m => m.Item3 != 0);
    }
}
