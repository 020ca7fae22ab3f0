using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>
/// Suggests the measures and activities of a programme that a project may be in accord with: those whose texts share rare words with it. A word
/// weighs the more the fewer nodes have it; the likeness is the cosine of the weighed words. What it rests on is shown, so people see at a
/// glance when it is nonsense.
/// </summary>
public static class SuggestNodes
{
    /// <summary>The most that texts suggest.</summary>
    public const int Most = 12;

    private const int MostWords = 6;
    private const double Least = 0.1, LeastByOneWord = 0.2;

    /// <summary>What is less like than so much of the likeliest only distracts from it.</summary>
    private const double LeastOfBest = 0.45;

    private const double OfTitle = 1, OfAim = 0.8, OfOutputs = 0.7, OfText = 0.6, OfBelow = 0.4, OfAbove = 0.35;

    /// <summary>What the texts suggest, the likeliest first, and after it what is only named.</summary>
    public static IReadOnlyList<Suggestion> Of(DescribedIntent intent, IReadOnlyList<Node> tree)
    {
        var claimed = intent.Claimed.ToHashSet(StringComparer.Ordinal);
        List<Node> nodes = [.. tree.Where(n => n.Kind is NodeKind.Measure or NodeKind.Activity)];
        var found = new[] { Language.Cs, intent.Language }.Distinct().SelectMany(l => In(l, intent, tree, nodes))
            .GroupBy(s => s.Node.Id).Select(g => g.MaxBy(s => s.Likeness)!).OrderByDescending(s => s.Likeness).ThenBy(s => s.Node.Position).Take(Most)
            .Select(s => s with { Claimed = claimed.Contains(s.Node.Code) }).ToList();
        var best = found.Select(s => s.Likeness).FirstOrDefault();
        found.RemoveAll(s => !s.Claimed && s.Likeness < LeastOfBest * best);
        return [.. found, .. nodes.Where(n => claimed.Contains(n.Code) && !found.Exists(s => s.Node.Id == n.Id)).Select(n => new Suggestion(n, 0, [], Claimed: true))];
    }

    private static IEnumerable<Suggestion> In(Language language, DescribedIntent intent, IReadOnlyList<Node> tree, List<Node> nodes)
    {
        var texts = nodes.Select(n => Text(n, tree, language)).ToList();
        var rarity = texts.SelectMany(t => t.Stems.Keys).CountBy(s => s, StringComparer.Ordinal)
            .ToDictionary(s => s.Key, s => Math.Log((double)texts.Count / s.Value), StringComparer.Ordinal);
        var own = new WeighedWords(language).Add(intent.Title, OfTitle).Add(intent.Aim, OfAim).Add(intent.Outputs, OfOutputs).Add(intent.Text, OfText);
        var length = own.Length(rarity);
        return
            from pair in nodes.Zip(texts)
            let shared = (from stem in own.Stems
                          where pair.Second.Stems.ContainsKey(stem.Key)
                          let theirs = pair.Second.Stems[stem.Key]
                          let part = stem.Value.Weight * theirs.Weight * rarity[stem.Key] * rarity[stem.Key]
                          where part > 0
                          orderby part descending, stem.Key
                          select (Part: part, Word: new SharedWord(stem.Value.Word, theirs.Word))).ToList()
            let likeness = shared.Sum(s => s.Part) / (length * pair.Second.Length(rarity))
            where likeness >= (shared.Count > 1 ? Least : LeastByOneWord)
            select new Suggestion(pair.First, likeness, [.. shared.Take(MostWords).Select(s => s.Word)], Claimed: false);
    }

    /// <summary>What a node says: its own words, less what it stands under and what stands below it.</summary>
    private static WeighedWords Text(Node node, IReadOnlyList<Node> tree, Language language)
    {
        var words = new WeighedWords(language).Add(node.Title?[language], OfTitle).Add(node.Change?[language], OfText).Add(node.Text?[language], OfText);
        foreach (var above in tree.Where(n => n.Holds(node)))
        {
            words.Add(above.Title?[language], OfAbove);
        }

        foreach (var below in tree.Where(node.Holds))
        {
            words.Add(below.Title?[language], OfBelow);
        }

        return words;
    }
}
