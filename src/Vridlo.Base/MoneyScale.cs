namespace Vridlo.Base;

/// <summary>The unit in which the sums of one table are written, so that it stands in the heading and not in every cell.</summary>
/// <param name="Currency">the currency</param>
/// <param name="Whole">minor units in one</param>
public sealed record MoneyScale(Currency Currency, long Whole)
{
    private const long Thousand = 1_000L * Money.MinorInOne, Million = 1_000 * Thousand;

    /// <summary>The unit that fits sums of which this is the largest: millions from ten of them on, thousands from ten thousand on, else ones.</summary>
    /// <param name="currency">the currency</param>
    /// <param name="largest">minor units</param>
    public static MoneyScale For(Currency currency, long largest) =>
        new(currency, largest >= 10 * Million ? Million : largest >= 10 * Thousand ? Thousand : Money.MinorInOne);

    /// <summary>The unit in the reader's words: mil. Kč, CZK million, Mio. CZK.</summary>
    public string Unit(Texts t)
    {
        var code = Currency is Currency.Czk && t.Language is Language.Cs ? "Kč" : MoneyText.Code(Currency);
        return Whole == Money.MinorInOne ? code : t[Whole == Million ? "money.scale.million" : "money.scale.thousand", code];
    }

    /// <summary>A sum by itself, with the unit behind it: 35,7 mil. Kč.</summary>
    public string Short(long minor, Texts t) => $"{(minor == 0 ? "0" : Write(minor, t.Language))}{Typography.NoBreakSpace}{Unit(t)}";

    /// <summary>A sum in this unit, with one decimal where the unit is millions; a dash for nothing, and what would be rounded to nothing is said to be less than the least.</summary>
    public string Write(long minor, Language language)
    {
        if (minor == 0)
        {
            return "–";
        }

        var (decimals, least) = Whole == Million ? (1, 0.1m) : (0, 1m);
        var value = Math.Round((decimal)minor / Whole, decimals, MidpointRounding.AwayFromZero);
        return value != 0 ? NumberText.Write(value, decimals, language) : $"{(minor < 0 ? "> −" : "< ")}{NumberText.Write(least, decimals, language)}";
    }
}
