using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Samples;

namespace Vridlo.Demo;

/// <summary>Twelve funds such as a region has, with the limits of six years and an amendment in two of them.</summary>
internal static class SampleFunds
{
    private const string Act = "funds.add";

    private const int YearsBack = 2, YearsAhead = 3;

    private static readonly IReadOnlyList<SampleFund> All =
    [
        new("kap-02", new("Životní prostředí a zemědělství", "Environment and agriculture", "Umwelt und Landwirtschaft"), Payer.Region, 90),
        new("kap-09", new("Kultura a památková péče", "Culture and monuments", "Kultur und Denkmalpflege"), Payer.Region, 120),
        new("kap-10", new("Doprava a silniční hospodářství", "Transport and roads", "Verkehr und Straßen"), Payer.Region, 650),
        new("kap-13", new("Školství, mládež a sport", "Education, youth and sport", "Schulwesen, Jugend und Sport"), Payer.Region, 420),
        new("kap-15", new("Sociální věci", "Social affairs", "Soziales"), Payer.Region, 260),
        new("kap-17", new("Zdravotnictví", "Health care", "Gesundheitswesen"), Payer.Region, 380),
        new("kap-18", new("Regionální rozvoj", "Regional development", "Regionalentwicklung"), Payer.Region, 440),
        new("op-st", new("Evropské fondy: spravedlivá transformace", "EU funds: just transition", "EU-Fonds: gerechter Übergang"), Payer.Eu, 900) { Programme = "OP Spravedlivá transformace" },
        new("irop", new("Evropské fondy: regionální program", "EU funds: regional programme", "EU-Fonds: Regionalprogramm"), Payer.Eu, 700) { Programme = "IROP 2021–2027" },
        new("interreg", new("Přeshraniční spolupráce", "Cross-border cooperation", "Grenzüberschreitende Zusammenarbeit"), Payer.Eu, 6) { Programme = "Interreg Sasko – Česko 2021–2027", Currency = Currency.Eur },
        new("stat", new("Státní rozpočet a státní fondy", "State budget and state funds", "Staatshaushalt und Staatsfonds"), Payer.State, 520),
        new("obce", new("Rozpočty obcí", "Budgets of municipalities", "Haushalte der Gemeinden"), Payer.Municipality, 340),
    ];

    public static IEnumerable<SampleStep> Steps(SampleYear year) => All.Select(fund => (SampleStep)((unit, stop) => Make(fund, year, unit, stop)));

    private static async Task<Problem?> Make(SampleFund fund, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var (money, chance) = (unit.Get<IMoneyLedger>(), year.Chance(fund.Code));
        await using var begun = await unit.Get<Core.Data.AppDb>().Begin(stop);
        var entered = await money.Enter(new(fund.Code, fund.Title, fund.Payer, fund.Currency, fund.Programme), stop);
        if (!entered.Ok)
        {
            return entered.Problems[0];
        }

        foreach (var of in Enumerable.Range(year.Day.Year - YearsBack, YearsBack + YearsAhead + 1))
        {
            // What is approved for the next year is known in December at the latest; of the years after it there is an outlook.
            var day = new LocalDate(of - 1, 12, 10 + chance.Next(8));
            var limit = Money.Of(fund.Millions * 1_000_000L * chance.Between(85, 118) / 100 / 50_000 * 50_000, fund.Currency);
            var own = fund.Payer is Payer.Region;
            var approved = await money.Budget(new(entered.Value, of, BudgetKind.Approved, limit, day < year.Day ? day : year.Day, own ? $"ZK {100 + chance.Next(300)}/12/{(of - 1) % 100}" : "", ""), stop);
            if (!approved.Ok)
            {
                return approved.Problems[0];
            }

            var amended = new LocalDate(of, 5, 1).PlusDays(chance.Next(150));
            var more = Money.Of(limit.Minor / 100 * chance.Between(2, 9) / 100 / 10_000 * 10_000, fund.Currency);
            if (of < year.Day.Year - 1 || amended > year.Day || more.Minor == 0)
            {
                continue;
            }

            var change = await money.Budget(new(entered.Value, of, BudgetKind.Amendment, more, amended, own ? $"RK {200 + chance.Next(900)}/{amended.Month:00}/{of % 100}" : "", "Ukázkové rozpočtové opatření"), stop);
            if (!change.Ok)
            {
                return change.Problems[0];
            }
        }

        return await unit.Count().Commit(unit.Get<Asker>().Act(Act, ""), stop) ? null : Problem.Conflict("samples.meanwhile");
    }

    /// <param name="Millions">the limit of a usual year, in millions of the fund's currency</param>
    private sealed record SampleFund(string Code, Localized Title, Payer Payer, int Millions)
    {
        public string Programme { get; init; } = "";

        public Currency Currency { get; init; } = Currency.Czk;
    }
}
