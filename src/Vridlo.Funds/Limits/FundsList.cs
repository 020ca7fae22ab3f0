using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;

namespace Vridlo.Funds.Limits;

/// <summary>The funds as a list.</summary>
internal static class FundsList
{
    /// <param name="money">the ledger</param>
    /// <param name="root">Czech address below which each has its page</param>
    public static ListSource<FundListed> Of(IMoneyLedger money, string root) => new(
        new()
        {
            Name = "funds",
            Id = SortKey<FundListed>.By(f => f.Id),
            Order = "title",
            Columns =
            [
                new("code", "funds.fund.code", f => f.Code) { Sort = SortKey<FundListed>.By(f => f.Code) },
                new("title", "funds.fund", f => f.Title) { Sort = SortKey<FundListed>.By(f => f.SortTitle), Link = f => $"{root}/{f.Code}" },
                new("payer", "funds.payer", f => f.Payer),
                new("programme", "funds.fund.programme", f => f.Programme),
                new("currency", "funds.currency", f => f.Currency),
            ],
        },
        money.Funds);
}
