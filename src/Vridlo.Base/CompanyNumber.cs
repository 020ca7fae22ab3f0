namespace Vridlo.Base;

/// <summary>
/// The number of an organisation (IČO, identifikační číslo osoby): eight digits of which the last checks the others. The Czech
/// Statistical Office gives it; registers and contracts know organisations by it.
/// </summary>
public readonly record struct CompanyNumber
{
    private const int Length = 8;

    private CompanyNumber(string digits) => Digits = digits;

    /// <summary>The eight digits, with the zeros at their beginning.</summary>
    public string Digits { get; }

    /// <summary>
    /// Reads a number as people and spreadsheets write it: with spaces in between, without the zeros at its beginning.
    /// </summary>
    /// <returns>the number, or why it is none: <c>company-number.form</c>, <c>company-number.digit</c></returns>
    public static Result<CompanyNumber> Read(string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length is 0 or > Length || !digits.All(char.IsAsciiDigit) || digits.All(c => c == '0'))
        {
            return Problem.Invalid("company-number.form", null, text.Length > 40 ? text[..40] : text);
        }

        digits = digits.PadLeft(Length, '0');
        return digits[^1] - '0' == Check(digits) ? new CompanyNumber(digits) : Problem.Invalid("company-number.digit", null, digits);
    }

    /// <summary>The digits.</summary>
    public override string ToString() => Digits;

    /// <summary>The first seven digits weigh 8 to 2; the last makes their sum a multiple of eleven, cut down to one digit.</summary>
    private static int Check(string digits) => (11 - (digits.Take(Length - 1).Select((c, i) => (c - '0') * (Length - i)).Sum() % 11)) % 10;
}
