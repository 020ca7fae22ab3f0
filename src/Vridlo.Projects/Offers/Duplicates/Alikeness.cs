using Vridlo.Base;

namespace Vridlo.Projects.Offers.Duplicates;

/// <summary>What of an offer or a project is compared.</summary>
/// <param name="Title">its name</param>
/// <param name="Number">IČO of the bearer, or null</param>
/// <param name="BearerKey">name of the bearer as names are compared</param>
/// <param name="Place">code of the municipality, or null</param>
internal sealed record Compared(string Title, string? Number, string BearerKey, string? Place)
{
    public static Compared Of(string title, string? number, string bearer, string? place) => new(title, number, OrganisationNames.Key(bearer), place);
}

/// <summary>
/// How alike two intents are. The likeness of names is that of their trigrams (pairs of three signs of the folded words, Dice's measure), so
/// that other endings and another order of words change little. The same both ways round.
/// </summary>
/// <param name="SameBearer">whether the same organisation bears them</param>
/// <param name="SamePlace">whether they are in the same municipality</param>
/// <param name="Name">likeness of the names, from 0 to 1</param>
internal sealed record Alikeness(bool SameBearer, bool SamePlace, double Name)
{
    private const double WithBoth = 0.35, WithOne = 0.5, ByItself = 0.7;

    /// <summary>Whether they may be one: the less else they share, the more alike the names must be.</summary>
    public bool MayBeOne => Name >= (SameBearer && SamePlace ? WithBoth : SameBearer || SamePlace ? WithOne : ByItself);

    /// <summary>For putting the likeliest first.</summary>
    public double Weight => Name + (SameBearer ? 0.5 : 0) + (SamePlace ? 0.25 : 0);

    public static Alikeness Of(Compared one, Compared other) => new(
        one.Number is not null && other.Number is not null ? one.Number == other.Number : one.BearerKey.Length > 0 && one.BearerKey == other.BearerKey,
        one.Place is not null && one.Place == other.Place,
        OfNames(one.Title, other.Title));

    public static double OfNames(string one, string other)
    {
        var (a, b) = (Trigrams(one), Trigrams(other));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    private static HashSet<string> Trigrams(string name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Folding.Fold(name).Split([' ', '-', '–', ',', '.', '(', ')', '/', '"', '„', '“'], StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                found.Add(padded.Substring(i, 3));
            }
        }

        return found;
    }
}
