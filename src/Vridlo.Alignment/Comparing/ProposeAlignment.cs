using Vridlo.Base;

namespace Vridlo.Alignment.Comparing;

/// <summary>
/// Proposes which nodes of two programmes belong together: texts that share rare words. A word weighs the more the fewer nodes of both
/// programmes have it; the likeness is the cosine of the weighed words, averaged over the languages that both texts have.
/// </summary>
internal static class ProposeAlignment
{
    /// <summary>A node is proposed with at most so many others, the likeliest.</summary>
    public const int MostOfNode = 4;

    private const double Least = 0.13;
    private const double LeastByOneWord = 0.3;
    private const int MostWords = 5;

    public static IReadOnlyList<Proposal> Of(Side from, Side to)
    {
        var sums = new Dictionary<(int From, int To), Found>();
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (pair, alike) in Alike(WeighedText.Of(from, language), WeighedText.Of(to, language)))
            {
                if (!sums.TryGetValue(pair, out var found))
                {
                    sums.Add(pair, found = new());
                }

                found.Likeness += alike.Likeness;
                found.Words.Add(language, alike.Words);
            }
        }

        return [.. sums
            .Select(s => (s.Key, Proposal: new Proposal(from.Leaves[s.Key.From], to.Leaves[s.Key.To], s.Value.Likeness / Shared(from, to, s.Key), s.Value.Words)))
            .Where(p => p.Proposal.Likeness >= (p.Proposal.Words.Values.Max(w => w.Count) > 1 ? Least : LeastByOneWord))
            .GroupBy(p => p.Key.From)
            .SelectMany(g => g.OrderByDescending(p => p.Proposal.Likeness).ThenBy(p => p.Key.To).Take(MostOfNode))
            .OrderByDescending(p => p.Proposal.Likeness).ThenBy(p => p.Key)
            .Select(p => p.Proposal)];
    }

    private static int Shared(Side from, Side to, (int From, int To) pair) => Math.Max(1, Enum.GetValues<Language>().Count(l =>
        from.Leaves[pair.From].Title?[l] is not null && to.Leaves[pair.To].Title?[l] is not null));

    private static IEnumerable<((int From, int To) Pair, (double Likeness, IReadOnlyList<string> Words) Alike)> Alike(
        IReadOnlyList<WeighedText> from, IReadOnlyList<WeighedText> to)
    {
        var rarity = WeighedText.Rarity([.. from, .. to]);
        var lengths = to.Select(t => t.Length(rarity)).ToList();
        var having = to.Index().SelectMany(t => t.Item.Stems.Select(s => (Stem: s.Key, t.Index, s.Value.Weight))).ToLookup(t => t.Stem);
        foreach (var (i, text) in from.Index())
        {
            var own = text.Length(rarity);
            var shared = from stem in text.Stems
                         from other in having[stem.Key]
                         let part = stem.Value.Weight * other.Weight * rarity[stem.Key] * rarity[stem.Key]
                         group (stem.Value.Word, Part: part) by other.Index;
            foreach (var other in shared)
            {
                IReadOnlyList<string> words = [.. other.OrderByDescending(w => w.Part).ThenBy(w => w.Word, StringComparer.Ordinal).Select(w => w.Word).Take(MostWords)];
                yield return ((i, other.Key), (other.Sum(w => w.Part) / (own * lengths[other.Key]), words));
            }
        }
    }

    private sealed class Found
    {
        public double Likeness { get; set; }

        public Dictionary<Language, IReadOnlyList<string>> Words { get; } = [];
    }
}
