using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Samples;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Demo;

/// <summary>What a sample project costs, by fund and year, and what of it is bound, paid and given back by now.</summary>
internal sealed class SampleMoney(IMoneyLedger ledger, IReadOnlyDictionary<string, FundListed> funds, SampleChance chance, LocalDate today)
{
    private const string BeyondLimit = "money.beyond-limit";

    /// <summary>Who pays which part of a hundred, after the region's own fund.</summary>
    private static readonly (int Own, string Other, int Part, string Third, int Last)[] Mixes =
    [
        (100, "", 0, "", 0), (15, "op-st", 85, "", 0), (15, "irop", 75, "obce", 10), (40, "stat", 60, "", 0), (60, "obce", 40, "", 0), (30, "stat", 50, "obce", 20), (100, "", 0, "", 0), (55, "interreg", 45, "", 0),
    ];

    /// <param name="project">the project; it may be part of the unit of work that is under way</param>
    /// <param name="theme">what it is about</param>
    /// <param name="course">how it has gone</param>
    /// <param name="byAccounting">whether what the region pays this year comes from accounting</param>
    /// <param name="stop">ends it</param>
    /// <returns>null, or why it could not be entered</returns>
    public async Task<Problem?> Enter(Project project, SampleTheme theme, SampleCourse course, bool byAccounting, CancellationToken stop)
    {
        var plan = Planned(theme, course);
        var planned = await ledger.Plan(project.Id, plan, Earlier(course.Stages[0].Day.PlusDays(14), today), "Odhad nákladů", stop);
        if (!planned.Ok || course.Since(Stage.Funded) is not { } funded)
        {
            return planned.Ok ? null : planned.Problems[0];
        }

        foreach (var sum in plan.OrderBy(s => s.Fund.Value).ThenBy(s => s.Year))
        {
            var part = sum.Amount with { Minor = Rounded(sum.Amount.Minor / 100 * chance.Between(91, 100)) };
            if (part.Minor == 0)
            {
                continue;
            }

            var bound = await ledger.Post(new(project.Id, sum.Fund, sum.Year, SumKind.Committed, part, funded, $"Smlouva {project.Number:0000}/{funded.Year % 100}"), stop);
            if (!bound.Ok && bound.Problems[0].Code != BeyondLimit)
            {
                return bound.Problems[0];
            }

            var own = funds.Values.First(f => f.Id == sum.Fund).Payer is Payer.Region;
            if (bound.Ok && !(byAccounting && own && sum.Year == today.Year) && await Pay(project, sum with { Amount = part }, course, stop) is { } unpaid)
            {
                return unpaid;
            }
        }

        return null;
    }

    private List<PlannedSum> Planned(SampleTheme theme, SampleCourse course)
    {
        var cost = Money.Of(chance.Between(theme.Low * 10, theme.High * 10) * 100_000L, Currency.Czk);
        var mix = chance.Of(Mixes);
        var years = Enumerable.Range(course.Starts.Year, course.Ends.Year - course.Starts.Year + 1).ToList();
        List<long> weights = [.. years.Select(y => (long)Math.Max(1, NodaTime.Period.DaysBetween(Later(course.Starts, new(y, 1, 1)), Earlier(course.Ends, new(y, 12, 31)))))];
        List<PlannedSum> sums = [];
        foreach (var (code, part) in new[] { (theme.Fund, mix.Own), (mix.Other, mix.Part), (mix.Third, mix.Last) }.Where(m => m.Item2 > 0 && funds.ContainsKey(m.Item1)))
        {
            var fund = funds[code];
            var whole = new Money(cost.Minor / 100 * part / (fund.Currency is Currency.Eur ? 25 : 1), fund.Currency);
            sums.AddRange(whole.Split(weights).Zip(years).Select(s => new PlannedSum(fund.Id, s.Second, s.First with { Minor = Rounded(s.First.Minor) })).Where(s => s.Amount.Minor > 0));
        }

        return sums;
    }

    private async Task<Problem?> Pay(Project project, PlannedSum sum, SampleCourse course, CancellationToken stop)
    {
        var from = Later(course.Since(Stage.UnderWay) ?? today.PlusDays(1), new(sum.Year, 1, 10));
        var to = Earlier(today, new(sum.Year, 12, 20));
        if (from > to)
        {
            return null;
        }

        var over = course.Since(Stage.Finished) is not null;
        var share = over ? 100 : sum.Year == today.Year ? chance.Between(25, 80) : 100;
        var count = chance.Between(1, 3);
        var paid = new Money(sum.Amount.Minor / 100 * share, sum.Amount.Currency).Split([.. Enumerable.Repeat(1L, count)]);
        foreach (var (part, i) in paid.Select((p, i) => (p, i)).Where(p => p.p.Minor > 0))
        {
            var day = chance.Day(from, to);
            var posted = await ledger.Post(new(project.Id, sum.Fund, sum.Year, SumKind.Paid, part, day, $"FA {project.Number:0000}-{sum.Year % 100}-{i + 1}"), stop);
            if (!posted.Ok)
            {
                return posted.Problems[0];
            }
        }

        if (over && chance.OneIn(7))
        {
            var back = await ledger.Post(new(project.Id, sum.Fund, sum.Year, SumKind.Recovered, sum.Amount with { Minor = Math.Max(100, Rounded(sum.Amount.Minor / 100 * chance.Between(1, 4))) }, to, "", "Vratka nevyčerpané části"), stop);
            return back.Ok ? null : back.Problems[0];
        }

        return null;
    }

    /// <summary>Whole thousands.</summary>
    private static long Rounded(long minor) => minor / 100_000 * 100_000;

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;

    private static LocalDate Earlier(LocalDate one, LocalDate other) => one < other ? one : other;
}
