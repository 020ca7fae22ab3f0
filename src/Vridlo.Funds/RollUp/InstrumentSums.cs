using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;
using Vridlo.Funds.Entries;

namespace Vridlo.Funds.RollUp;

/// <summary>A project, or another instrument, with its sums in one currency.</summary>
internal sealed record InstrumentSum
{
    public required InstrumentId Id { get; init; }

    public required string Code { get; init; }

    public required Localized Title { get; init; }

    public required string Path { get; init; }

    public required long PlannedMinor { get; init; }

    public required long CommittedMinor { get; init; }

    /// <summary>What was paid, less what came back.</summary>
    public required long PaidMinor { get; init; }

    public required Currency Currency { get; init; }

    public Money Sum(long minor) => new(minor, Currency);
}

/// <summary>The ledger rolled up by what the money is for, as a list: of one year and payer where the address says so, always of one currency.</summary>
internal sealed class InstrumentSums(IMoneyLedger money, IInstruments instruments, IOrganisations organisations)
{
    /// <summary>Czech address of its page.</summary>
    public const string Path = "/penize/projekty";

    /// <summary>What a request asks for.</summary>
    public ListSource<InstrumentSum> Source(HttpRequest request)
    {
        var (asked, currency) = Asked(request);
        var postings = asked.Of(money.Postings).Where(p => p.Currency == currency && p.Amount != 0);
        return new(List(asked, currency), from instrument in instruments.All
                                         where postings.Any(p => p.Instrument == instrument.Id)
                                         select new InstrumentSum
                                         {
                                             Id = instrument.Id,
                                             Code = instrument.Code,
                                             Title = instrument.Title,
                                             Path = instrument.Path,
                                             Currency = currency,
                                             PlannedMinor = postings.Where(p => p.Instrument == instrument.Id && p.Kind == SumKind.Planned).Sum(p => p.Amount),
                                             CommittedMinor = postings.Where(p => p.Instrument == instrument.Id && p.Kind == SumKind.Committed).Sum(p => p.Amount),
                                             PaidMinor = postings.Where(p => p.Instrument == instrument.Id && (p.Kind == SumKind.Paid || p.Kind == SumKind.Recovered)).Sum(p => p.Kind == SumKind.Paid ? p.Amount : -p.Amount),
                                         });
    }

    /// <summary>What the rows that a request asks for sum to; of all instruments as the roll-up has it.</summary>
    public async Task<MoneySums> Whole(HttpRequest request, CancellationToken stop)
    {
        var (asked, currency) = Asked(request);
        var theirs = organisations.Borne(instruments, request.Query["organisation"].ToString());
        var sums = theirs is null
            ? asked.Of(money.Sums).Where(s => s.Currency == currency).Select(s => new { s.Kind, s.Amount })
            : asked.Of(money.Postings).Where(p => p.Currency == currency && theirs.Contains(p.Instrument)).Select(p => new { p.Kind, p.Amount });
        var read = await sums.GroupBy(s => s.Kind).Select(g => new { g.Key, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop);
        return MoneySums.Of(currency, read.Select(r => (currency, r.Key, r.Amount)));
    }

    private static (RollUpAsked Asked, Currency Currency) Asked(HttpRequest request) =>
        (MoneyFilter.Read(request.Query["year"], request.Query["payer"]), WordsAttribute.Read<Currency>(request.Query["currency"]) ?? Currency.Czk);

    private ListOf<InstrumentSum> List(RollUpAsked asked, Currency currency)
    {
        return new()
        {
            Name = "money-projects",
            Id = SortKey<InstrumentSum>.By(i => i.Id),
            Order = "code",
            Columns =
            [
                new("code", "funds.instrument.code", i => i.Code) { Sort = SortKey<InstrumentSum>.By(i => i.Code) },
                new("title", "funds.instrument", i => i.Title) { Link = i => i.Path.Length > 0 ? i.Path : null },
                Sum("planned", SortKey<InstrumentSum>.By(i => i.PlannedMinor), i => i.PlannedMinor),
                Sum("committed", SortKey<InstrumentSum>.By(i => i.CommittedMinor), i => i.CommittedMinor),
                Sum("paid", SortKey<InstrumentSum>.By(i => i.PaidMinor), i => i.PaidMinor),
                new("currency", "funds.currency", i => i.Currency) { FilesOnly = true },
            ],
            Filters =
            [
                // The rows are of that year, payer and currency already.
                new("year", "funds.year", (rows, _) => asked.Year is null ? null : rows),
                new("payer", "funds.payer", (rows, _) => asked.Payer is null ? null : rows) { Choices = FilterChoice.Of<Payer>() },
                new("currency", "funds.currency", (rows, word) => WordsAttribute.Read<Currency>(word) == currency ? rows : null) { Choices = FilterChoice.Of<Currency>() },
                new("organisation", "funds.bearer.number", (rows, code) => organisations.Borne(instruments, code) is { } theirs ? rows.Where(r => theirs.Contains(r.Id)) : null),
            ],
        };

        // Each sum opens the entries that it is made of.
        Column<InstrumentSum> Sum(string kind, SortKey<InstrumentSum> sort, Func<InstrumentSum, long> minor) => new(kind, "money.kind." + kind, i => i.Sum(minor(i)))
        {
            Sort = sort, Figures = true, Link = i => minor(i) == 0 ? null : "/penize/zapisy" + MoneyFilter.Query(asked, ("instrument", i.Code), ("sum", kind == "paid" ? EntriesList.Spent : kind)),
        };
    }
}
