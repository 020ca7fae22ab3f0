using Vridlo.Base;
using Vridlo.Core.Search;

namespace Vridlo.Core.Programme;

/// <summary>The telling words of something in one language by their stems, each with the most that any place where it stands weighs.</summary>
internal sealed class WeighedWords(Language language)
{
    private readonly Dictionary<string, (double Weight, string Word)> stems = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (double Weight, string Word)> Stems => stems;

    public WeighedWords Add(string? text, double weight)
    {
        foreach (var (stem, word) in TellingWords.Of(text ?? "", language))
        {
            if (!stems.TryGetValue(stem, out var there) || there.Weight < weight)
            {
                stems[stem] = (weight, word);
            }
        }

        return this;
    }

    /// <summary>The length of the vector of words, each weighed by how rare it is; never nothing.</summary>
    public double Length(IReadOnlyDictionary<string, double> rarity) =>
        Math.Max(1e-9, Math.Sqrt(stems.Sum(s => Math.Pow(s.Value.Weight * rarity.GetValueOrDefault(s.Key), 2))));
}
