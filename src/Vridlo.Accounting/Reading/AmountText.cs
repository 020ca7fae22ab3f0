using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Base;
using Vridlo.Core.Funds;

namespace Vridlo.Accounting.Reading;

/// <summary>Reads amounts as accounting writes them out. What could mean two things is refused.</summary>
internal static partial class AmountText
{
    /// <returns>haléře, or <c>accounting.amount.wrong</c>, <c>accounting.amount.fine</c> of parts of a haléř, <c>accounting.amount.large</c></returns>
    public static Result<long> Read(string text, DecimalSign? sign)
    {
        var plain = text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('−', '-').Trim();
        var form = sign switch { DecimalSign.Comma => WithComma(), DecimalSign.Point => WithPoint(), _ => Either() };
        if (plain.Length > 60 || form.Match(plain) is not { Success: true } found || (found.Groups["before"].Success && found.Groups["behind"].Success))
        {
            return Problem.Invalid("accounting.amount.wrong", null, text.Length > 60 ? text[..60] : text);
        }

        var (whole, fraction) = (string.Concat(found.Groups["whole"].Value.Where(char.IsAsciiDigit)).TrimStart('0'), found.Groups["fraction"].Value.TrimEnd('0'));
        if (fraction.Length > 2)
        {
            return Problem.Invalid("accounting.amount.fine", null, text);
        }

        // Eighteen digits always fit; what is larger than any entry of the ledger is no amount of an office.
        var digits = whole + fraction.PadRight(2, '0');
        var minor = digits.Length > 18 ? long.MaxValue : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return minor > IMoneyLedger.Largest
            ? Problem.Invalid("accounting.amount.large", null, text, new Money(IMoneyLedger.Largest, Currency.Czk))
            : found.Groups["before"].Success || found.Groups["behind"].Success ? -minor : minor;
    }

    // Some programs write the minus behind the number.
    [GeneratedRegex(@"^(?<before>-)? ?(?<whole>[0-9]+)(?:[.,](?<fraction>[0-9]+))?(?<behind>-)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Either();

    [GeneratedRegex(@"^(?<before>-)? ?(?<whole>[0-9]{1,3}(?<group>[ .])[0-9]{3}(?:\k<group>[0-9]{3})*|[0-9]+)(?:,(?<fraction>[0-9]+))?(?<behind>-)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^(?<before>-)? ?(?<whole>[0-9]{1,3}(?<group>[ ,])[0-9]{3}(?:\k<group>[0-9]{3})*|[0-9]+)(?:\.(?<fraction>[0-9]+))?(?<behind>-)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithPoint();
}
