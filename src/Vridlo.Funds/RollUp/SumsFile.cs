using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;

namespace Vridlo.Funds.RollUp;

/// <summary>A line of a table of sums, for files.</summary>
/// <param name="Table">which table it is of: <c>area</c>, <c>measure</c>, <c>fund</c>, <c>year</c>, <c>place</c></param>
/// <param name="Code">code of the area, measure, fund or place; empty for what has none</param>
/// <param name="Title">what it is called, or null</param>
/// <param name="Year">the year, of lines by year</param>
/// <param name="Payer">who pays, of lines by year</param>
/// <param name="Sums">the sums</param>
internal sealed record SumsLine(string Table, string Code, Localized? Title, int? Year, Payer? Payer, MoneySums Sums);

/// <summary>The tables of the pages of money as files.</summary>
internal static class SumsFile
{
    private static readonly ListOf<SumsLine> Columns = new()
    {
        Name = "money-sums",
        Id = SortKey<SumsLine>.By(l => l.Code),
        Order = "code",
        Columns =
        [
            new("table", "funds.sums.table", l => l.Table),
            new("code", "funds.fund.code", l => l.Code) { Sort = SortKey<SumsLine>.By(l => l.Code) },
            new("title", "funds.fund.title", l => l.Title),
            new("year", "funds.year", l => l.Year is { } year ? $"{year}" : null),
            new("payer", "funds.payer", l => l.Payer),
            new("currency", "funds.currency", l => l.Sums.Currency),
            new("planned", "money.kind.planned", l => new Money(l.Sums.Planned, l.Sums.Currency)),
            new("committed", "money.kind.committed", l => new Money(l.Sums.Committed, l.Sums.Currency)),
            new("paid", "money.kind.paid", l => new Money(l.Sums.Paid, l.Sums.Currency)),
        ],
    };

    /// <summary>By area, measure and fund, and by year and payer.</summary>
    public static async Task<IResult> OfProgramme(HttpContext context, string format)
    {
        var (unit, stop) = (context.RequestServices, context.RequestAborted);
        if (await unit.GetRequiredService<OwnProgramme>().Edition(stop) is not { } edition)
        {
            return Results.NotFound();
        }

        var read = unit.GetRequiredService<ReadRollUp>();
        var (rolled, funds) = (await read.Run(edition.Id, Asked(context), stop), await read.ByFund(Asked(context), stop));
        return File(
            [
                .. from way in Enum.GetValues<SumsBy>()
                   from row in DivideSums.By(way, edition, rolled, funds)
                   select new SumsLine(WordsAttribute.Name(way.ToString()), row.Code, row.Title, null, null, row.Sums),
                .. from sum in rolled.ByYear
                   group (sum.Currency, sum.Kind, sum.Amount) by (sum.Year, sum.Payer, sum.Currency) into own
                   orderby own.Key.Currency, own.Key.Year, own.Key.Payer
                   select new SumsLine("year", "", null, own.Key.Year, own.Key.Payer, MoneySums.Of(own.Key.Currency, own)),
            ],
            format);
    }

    /// <summary>By district and municipality.</summary>
    public static async Task<IResult> OfTerritory(HttpContext context, string format) =>
        File([.. (await context.RequestServices.GetRequiredService<ReadTerritory>().Run(Asked(context), context.RequestAborted)).Select(p => new SumsLine("place", p.Place?.Code ?? "", p.Place is { } place ? new(place.Name) : null, null, null, p.Sums))], format);

    private static RollUpAsked Asked(HttpContext context) => MoneyFilter.Read(context.Request.Query["year"], context.Request.Query["payer"]);

    private static ListFile<SumsLine> File(IReadOnlyList<SumsLine> lines, string format) =>
        new(Columns, lines.ToAsyncEnumerable(), Enum.Parse<ListFormat>(format, ignoreCase: true));
}
