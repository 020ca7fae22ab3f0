using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Lists;

namespace Vridlo.Projects.Funding;

/// <summary>The postings of one project, for downloading.</summary>
internal static class PostingsList
{
    public static ListSource<PostingListed> Of(IMoneyLedger money, InstrumentId project, string code) =>
        new(List(code), money.Postings.Where(p => p.Instrument == project));

    private static ListOf<PostingListed> List(string code) => new()
    {
        Name = $"{code}-money",
        Id = SortKey<PostingListed>.By(p => p.Id),
        Order = "day",
        Columns =
        [
            new("day", "projects.day", p => p.Day) { Sort = SortKey<PostingListed>.By(p => p.Day) },
            new("kind", "projects.money.kind", p => p.Kind),
            new("fund", "projects.fund.code", p => p.FundCode),
            new("fundTitle", "projects.fund", p => p.FundTitle),
            new("payer", "projects.payer", p => p.Payer),
            new("year", "projects.year", p => $"{p.Year}"),
            new("amount", "projects.sum", p => p.Sum) { Figures = true },
            new("currency", "projects.currency", p => p.Currency),
            new("document", "projects.document", p => p.Document),
            new("note", "projects.note", p => p.Note),
            new("id", "projects.money.id", p => p.Id.Value.ToString()) { FilesOnly = true },
            new("reverses", "projects.money.reverses", p => p.Reverses?.Value.ToString()) { FilesOnly = true },
        ],
    };
}
