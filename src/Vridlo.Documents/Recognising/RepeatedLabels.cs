using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>
/// A short line that comes again and again in the same words is a label even where no dictionary knows it; what follows it
/// tells its meaning. A "vision" that comes again is the change wanted in each area.
/// </summary>
internal static class RepeatedLabels
{
    private const int Fewest = 3;

    public static void Tell(List<Block> blocks)
    {
        TellPrefixes(blocks);
        foreach (var vision in Repeated(blocks, block => block.Meaning is Meaning.Vision, 2))
            foreach (var at in vision) blocks[at].Meaning = Meaning.Change;
        foreach (var label in Repeated(blocks, IsCandidate, Fewest))
        {
            var meaning = MeaningOf(blocks, label);
            foreach (var at in label) blocks[at].Meaning = meaning;
        }
    }

    /// <summary>What stands before a colon again and again, each time with something else behind it, is a label too.</summary>
    private static void TellPrefixes(List<Block> blocks)
    {
        var open = blocks.FindAll(block => block is { Named: Kind.None, Number: null, Bullet: null });
        foreach (var prefix in open.Where(block => block.Text.IndexOf(": ", StringComparison.Ordinal) is > 2 and < 40 && char.IsUpper(block.Text[0])).GroupBy(block => Cleaning.Fold(block.Text[..block.Text.IndexOf(':', StringComparison.Ordinal)])))
        {
            var known = Vocabulary.All.MeaningOf(prefix.Key);
            if (known is not Meaning.Attribute && (known is not Meaning.None || prefix.Count() < Fewest)) continue;
            foreach (var block in prefix) block.Describes = true;
        }
    }

    private static List<List<int>> Repeated(List<Block> blocks, Func<Block, bool> candidate, int least) =>
        [.. Enumerable.Range(0, blocks.Count).Where(at => candidate(blocks[at])).GroupBy(at => Cleaning.Fold(blocks[at].Text)).Select(group => group.ToList()).Where(group => group.Count >= least)];

    private static bool IsCandidate(Block block) =>
        block is { Meaning: Meaning.None, Named: Kind.None, Number: null, Cell: null, As: null, IsItem: false, LooksLikeHeading: true } && block.Text.Length is > 3 and <= 60 && block.Text.Any(char.IsLetter);

    private static Meaning MeaningOf(List<Block> blocks, List<int> label)
    {
        bool Has(Meaning meaning) => blocks.Any(block => block.Meaning == meaning);
        double Share(Func<int, bool> of) => label.Count(at => at + 1 < blocks.Count && of(at + 1)) / (double)label.Count;
        if (Share(at => blocks[at].IsItem) > 0.6) return Has(Meaning.Activities) ? Meaning.Attribute : Meaning.Activities;
        if (Share(at => blocks[at].LooksLikeHeading && at + 1 < blocks.Count && blocks[at + 1].IsItem) > 0.6 && !Has(Meaning.Measures)) return Meaning.Measures;
        return !Has(Meaning.Change) && Has(Meaning.Measures) && Share(at => !blocks[at].LooksLikeHeading && at + 1 < blocks.Count && blocks[at + 1].Meaning is Meaning.Measures) > 0.6 ? Meaning.Change : Meaning.Attribute;
    }
}
