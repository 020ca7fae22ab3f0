using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Labels whose meaning depends on where they stand: "Ziel" of an area or of a measure, "Outcomes" of the whole programme.</summary>
internal static class LabelPlaces
{
    /// <summary>How far the next label or heading is looked for.</summary>
    private const int Reach = 6;

    public static void Tell(List<Block> blocks)
    {
        TellEarly(blocks);
        for (var at = 0; at + 1 < blocks.Count; at++)
            if (blocks[at] is { As: null, IsItem: false, Number: null } && (IsBareAim(blocks[at]) || blocks[at].Meaning is Meaning.Change))
                if (OfMeasure(blocks, at) is { } inMeasure) blocks[at].Meaning = inMeasure ? Meaning.Attribute : Meaning.Change;
    }

    /// <summary>What is wanted before anything of the tree is named is wanted of the whole: it is its vision or its goals.</summary>
    private static void TellEarly(List<Block> blocks)
    {
        var tree = blocks.FindIndex(block => block.Named is Kind.Area or Kind.Measure || block.Meaning is Meaning.Areas or Meaning.Measures);
        var early = blocks.FindIndex(IsEarly);
        if (early >= 0 && early < tree && !blocks.Exists(block => block.Meaning is Meaning.Goals)
            && blocks.Skip(early + 1).SkipWhile(block => block.EndsWithColon).FirstOrDefault() is { } first && (first.IsItem || first.Number is not null)) blocks[early].Meaning = Meaning.Goals;
        var changes = blocks.FindAll(block => block is { Meaning: Meaning.Change, IsItem: false }).GroupBy(block => Cleaning.Fold(block.Text)).ToList();
        if (changes.Count < 2 || changes[0].Count() > 1 || changes.Skip(1).All(other => other.Count() < 2) || blocks.Exists(block => block.Meaning is Meaning.Vision)) return;
        var opening = changes[0].Single();
        if (blocks[..blocks.IndexOf(opening)].TrueForAll(block => block is { Number: null, Named: Kind.None })) opening.Meaning = Meaning.Vision;
    }

    private static bool IsEarly(Block block) =>
        block is { Meaning: Meaning.Attribute or Meaning.None, Named: Kind.None, Number: null, IsItem: false, LooksLikeHeading: true, Text.Length: <= 60 }
        && Vocabulary.All.Is("early goals", Cleaning.Fold(block.Text.Split(' ')[0]));

    /// <summary>"Cíl", "Ziel:", "Aim": the word for a goal and nothing else.</summary>
    private static bool IsBareAim(Block block) =>
        block is { Meaning: Meaning.None, Cell: null } && Vocabulary.All.KindOf(Cleaning.Fold(block.Text)) is Kind.Goal or Kind.GoalOrObjective or Kind.Objective;

    /// <summary>Whether the label speaks of a measure and not of an area: by the heading it stands under and by what follows; null where nothing tells.</summary>
    private static bool? OfMeasure(List<Block> blocks, int at)
    {
        var head = at - 1;
        while (head >= 0 && blocks[head] is { Named: Kind.None, Number: null, IsItem: false, Meaning: not (Meaning.Activities or Meaning.Measures) } && at - head < Reach) head--;
        var above = head >= 0 ? blocks[head] : null;
        if (above?.Named is Kind.Measure) return true;
        if (above?.Named is Kind.Area or Kind.Objective or Kind.Goal or Kind.GoalOrObjective) return false;
        foreach (var next in blocks.Skip(at + 1).Take(Reach))
        {
            if (next.Named is Kind.Measure or Kind.Objective || next.Meaning is Meaning.Measures or Meaning.Objectives) return false;
            if (next.Number is { } number && above?.Number is { } high) return !number.Within(high);
            if (next.Meaning is Meaning.Activities) return above?.Number is not null && blocks[at].Meaning is Meaning.None ? true : null;
        }

        return null;
    }
}
