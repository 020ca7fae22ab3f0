using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Search;

namespace Vridlo.Alignment.Comparing;

/// <summary>What a node says in one language, by the stems of its words: most weighs its title, less what it stands under and what stands below it.</summary>
internal sealed class WeighedText
{
    private const double OfTitle = 1, OfText = 0.6, OfAbove = 0.35, OfBelow = 0.4;

    private readonly Dictionary<string, (double Weight, string Word)> stems = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (double Weight, string Word)> Stems => stems;

    /// <summary>The texts of a programme's leaves.</summary>
    public static IReadOnlyList<WeighedText> Of(Side side, Language language) => [.. side.Leaves.Select(leaf => Of(side, leaf, language))];

    /// <summary>How much the stems tell: the more, the fewer texts have them; nothing when every text has it.</summary>
    public static IReadOnlyDictionary<string, double> Rarity(IReadOnlyCollection<WeighedText> texts) => texts
        .SelectMany(t => t.stems.Keys).CountBy(s => s, StringComparer.Ordinal)
        .ToDictionary(s => s.Key, s => Math.Log((double)texts.Count / s.Value), StringComparer.Ordinal);

    public double Length(IReadOnlyDictionary<string, double> rarity) =>
        Math.Max(1e-9, Math.Sqrt(stems.Sum(s => s.Value.Weight * s.Value.Weight * rarity[s.Key] * rarity[s.Key])));

    private static WeighedText Of(Side side, Node leaf, Language language)
    {
        var text = new WeighedText();
        text.Add(leaf.Title, language, OfTitle);
        text.Add(leaf.Change, language, OfText);
        text.Add(leaf.Text, language, OfText);
        foreach (var node in side.Tree.Where(n => n.Holds(leaf) && side.Aligned(n.Id) is not null))
        {
            text.Add(node.Title, language, OfAbove);
        }

        foreach (var node in side.Tree.Skip(leaf.Position).Take(leaf.Last - leaf.Position))
        {
            text.Add(node.Title, language, OfBelow);
        }

        return text;
    }

    private void Add(Localized? text, Language language, double weight)
    {
        foreach (var (stem, word) in TellingWords.Of(text?[language] ?? "", language))
        {
            if (!stems.TryGetValue(stem, out var there) || there.Weight < weight)
            {
                stems[stem] = (weight, word);
            }
        }
    }
}
