using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Ui;

namespace Vridlo.Funds.RollUp;

/// <summary>What the pages of money are narrowed by, as it stands in their address.</summary>
internal static class MoneyFilter
{
    /// <summary>Reads what an address asks for; what cannot be read asks for nothing.</summary>
    public static RollUpAsked Read(string? year, string? payer) => new(
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : null,
        WordsAttribute.Read<Payer>(payer));

    /// <summary>The address of the entries of which a sum is made.</summary>
    /// <param name="to">addresses in the reader's language</param>
    /// <param name="asked">what the page is narrowed by</param>
    /// <param name="more">what the sum is of besides; it goes before what the page is narrowed by</param>
    public static string Entries(Links to, RollUpAsked asked, params IReadOnlyList<(string Filter, string? Value)> more) => to["/penize/zapisy"] + Query(asked, more);

    /// <summary>What narrows a page, with the question mark; empty when nothing does.</summary>
    public static string Query(RollUpAsked asked, params IReadOnlyList<(string Filter, string? Value)> more)
    {
        IEnumerable<(string Filter, string? Value)> all =
        [
            .. more.Where(m => m.Value is not null),
            ("year", asked.Year?.ToString(CultureInfo.InvariantCulture)),
            ("payer", asked.Payer is { } payer ? WordsAttribute.Name(payer.ToString()) : null),
        ];
        var query = string.Join('&', all.Where(f => f.Value is not null).DistinctBy(f => f.Filter).Select(f => $"{f.Filter}={Uri.EscapeDataString(f.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
