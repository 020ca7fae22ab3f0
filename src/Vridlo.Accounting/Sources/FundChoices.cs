using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Funds;

namespace Vridlo.Accounting.Sources;

/// <summary>The funds that can pay what accounting has: those in crowns.</summary>
internal static class FundChoices
{
    public static async Task<IReadOnlyList<(string, string)>> Of(IMoneyLedger money, Texts t, CancellationToken stop) =>
        [("", t["accounting.fund.none"]), .. (await money.Funds.Where(f => f.Currency == Currency.Czk).OrderBy(f => f.SortTitle).ThenBy(f => f.Id).ToListAsync(stop)).Select(f => (f.Code, $"{t.Plain(f.Title)} ({f.Code})"))];
}
