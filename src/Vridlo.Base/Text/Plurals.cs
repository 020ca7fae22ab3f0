namespace Vridlo.Base;

/// <summary>A plural form in the sense of Unicode CLDR.</summary>
public enum PluralForm
{
    /// <summary>cs, en, de: 1</summary>
    One,

    /// <summary>cs: 2 to 4</summary>
    Few,

    /// <summary>cs: numbers with decimals (1,5 opatření)</summary>
    Many,

    /// <summary>everything else</summary>
    Other,
}

/// <summary>Chooses the plural form of a number. Source: Unicode CLDR 46, cardinal plural rules of cs, en, de.</summary>
public static class Plurals
{
    /// <summary>The form for a whole number.</summary>
    public static PluralForm Of(long count, Language language) => (language, Math.Abs((decimal)count)) switch
    {
        (_, 1) => PluralForm.One,
        (Language.Cs, >= 2 and <= 4) => PluralForm.Few,
        _ => PluralForm.Other,
    };

    /// <summary>The form for a number shown with this many decimals: what counts is what the reader sees, so 1,0 is not 1.</summary>
    public static PluralForm Of(decimal number, int decimals, Language language) => (language, decimals) switch
    {
        (_, 0) => Of((long)Math.Round(number, MidpointRounding.AwayFromZero), language),
        (Language.Cs, _) => PluralForm.Many,
        _ => PluralForm.Other,
    };

    /// <summary>The last part of a text key: <c>one</c>, <c>few</c>, <c>many</c>, <c>other</c>.</summary>
    public static string Suffix(this PluralForm form) => form switch
    {
        PluralForm.One => "one",
        PluralForm.Few => "few",
        PluralForm.Many => "many",
        _ => "other",
    };
}
