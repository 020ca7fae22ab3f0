using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Puts the blocks of a document under each other as its layout says: headings, items, text.</summary>
internal sealed class PartBuilder
{
    private readonly List<Block> blocks;
    private readonly bool printed;
    private readonly ILookup<string, int> series;
    private readonly double bodySize;
    private readonly bool bodyBold;
    private readonly bool codesTree;
    private readonly Indents indents;
    /// <summary>Nothing people write is nested deeper; what is, was made to exhaust the stack.</summary>
    private const int Deepest = 24;

    private (string Key, int Last, Part Under)? goals;
    private readonly List<Part> headings = [];
    private readonly List<Part> items = [];
    private bool strategic;

    public PartBuilder(List<Block> blocks, bool printed)
    {
        this.blocks = blocks;
        this.printed = printed;
        series = Enumerable.Range(0, blocks.Count).Where(at => blocks[at] is { Number: not null, IsItem: false, Named: Kind.None }).ToLookup(at => blocks[at].Number!.SeriesKey);
        bodySize = BodySize(blocks.FindAll(block => block.Cell is null && block.As is null)) is > 0 and var size ? size : BodySize(blocks);
        indents = new(blocks);
        codesTree = blocks.Count(block => block is { IsItem: false, Number: { } number } && (number.Path.Count > 1 || block.Named is Kind.Measure)) >= 3;
        var letters = Math.Max(1, blocks.Sum(block => block.Text.Length));
        bodyBold = blocks.Where(block => block.First.Bold).Sum(block => block.Text.Length) > 0.5 * letters;
    }

    public Part Build()
    {
        var root = new Part(PartSort.Root, null);
        for (var i = 0; i < blocks.Count; i++)
        {
            var part = PartOf(i);
            switch (part.Sort)
            {
                case PartSort.Heading: AddHeading(root, part); break;
                case PartSort.Item: AddItem(root, part); break;
                default:
                    items.Clear();
                    Top(root).Add(part);
                    break;
            }

            Note(part);
        }

        Widen(root);
        return root;
    }

    /// <summary>"What we want to do" once over areas, not in each of them, announces areas; so does "What we want to change and how".</summary>
    private static void Widen(Part root)
    {
        foreach (var change in root.Below.Where(part => part.Meaning is Meaning.Change).ToList())
            if (change.Headings.Count(heading => heading.Meaning is Meaning.None && heading.Headings.Any(label => label.Meaning is Meaning.Change or Meaning.Measures)) >= 2) change.Block.Meaning = Meaning.Areas;
        var labels = root.Below.Where(part => part.Meaning is Meaning.Measures).Take(2).ToList();
        if (labels is [{ } only] && only.Headings.Count(heading => heading.Meaning is Meaning.None && Heights.Of(heading) >= 2) >= 2) only.Block.Meaning = Meaning.Areas;
    }

    private static double BodySize(List<Block> blocks)
    {
        var sized = blocks.Where(block => block.First.Size > 0).GroupBy(block => Math.Round(block.First.Size * 2) / 2).ToList();
        return sized.Count == 0 ? 0 : sized.MaxBy(group => group.Sum(block => block.Text.Length))!.Key;
    }

    private Part Top(Part root) => headings.Count > 0 ? headings[^1] : root;

    private void AddHeading(Part root, Part part)
    {
        items.Clear();
        if (goals is { } series && part.Named is Kind.None && part.Block.Number is { } number && number.SeriesKey == series.Key && number.Last == series.Last + 1) BackTo(series.Under);
        while (headings.Count > Deepest || headings.Count > 0 && Seniority.Of(headings[^1], part) <= 0) headings.RemoveAt(headings.Count - 1);
        Top(root).Add(part);
        headings.Add(part);
        strategic |= part.Named is Kind.Area or Kind.Measure || part.Meaning is Meaning.Areas or Meaning.Measures or Meaning.Change;
    }

    /// <summary>A column or box beside the goals may stand between them; the next letter of their series leads back.</summary>
    private void BackTo(Part label)
    {
        headings.Clear();
        for (var at = label; !at.IsRoot; at = at.Parent!) headings.Insert(0, at);
    }

    private void Note(Part part)
    {
        if (part is { Parent: { Meaning: Meaning.Goals } under, Block.Number: { } number } && part.Named is Kind.None) goals = (number.SeriesKey, number.Last, under);
    }

    private void AddItem(Part root, Part part)
    {
        while (items.Count > Deepest || items.Count > 0 && !Nests(items[^1].Block, part.Block)) items.RemoveAt(items.Count - 1);
        (items.Count > 0 ? items[^1] : Top(root)).Add(part);
        items.Add(part);
    }

    /// <summary>Whether an item of a list stands beneath another, by level, indentation or kind of mark.</summary>
    private static bool Nests(Block above, Block below)
    {
        var (high, low) = (above.First, below.First);
        if (high.ListLevel >= 0 && low.ListLevel >= 0 && high.ListLevel != low.ListLevel) return low.ListLevel > high.ListLevel;
        var step = high.Size > 0 ? 6 : 1.5;
        if (Math.Abs(low.Left - high.Left) > step) return low.Left > high.Left;
        return above.Bullet is null && below.Bullet is not null || above.Bullet is "•" or "●" && below.Bullet is "o" or "○" or "◦" or "–" or "-";
    }

    private Part PartOf(int index)
    {
        var block = blocks[index];
        var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
        if (block.As is { } sure) return new(sure, block) { Look = sure is PartSort.Heading ? LookOf(block) : null };
        if (IsHeading(block, next)) return new(PartSort.Heading, block) { Look = LookOf(block) };
        if (block.IsItem || block.Number is not null && block.Text.Length > 0 && NumberedItem(block)) return new(PartSort.Item, block);
        if (indents.IsItem(block)) return new(PartSort.Item, block);
        return new(PartSort.Text, block)
        {
            MayHead = printed && block.LooksLikeHeading && !block.EndsWithColon && block.Text.Length <= 120
                && block.Lines.Count <= 2 && char.IsUpper(block.Text.FirstOrDefault(char.IsLetter, 'a')) && (block.Gap > 0 || index == 0),
        };
    }

    private bool NumberedItem(Block block) => block.First.HeadingLevel is null && !Emphasised(block);

    private bool IsHeading(Block block, Block? next)
    {
        var followedByItem = next is { IsItem: true };
        if (block.First.HeadingLevel is not null) return true;
        if (block.Named is not Kind.None && block.Text.Length <= 220 && (block.Number is not null || block.LooksLikeHeading)) return true;
        if (block.IsItem || block.Number?.Shape is NumberShape.Lower or NumberShape.Bracket) return false;
        if (IsVague(block) && !(codesTree && block.Gap > 0 && !followedByItem)) block.Meaning = Meaning.None;
        if (block.Meaning is not Meaning.None && block.Text.Length <= 110 && (!block.EndsSentence || block.Text.EndsWith('?')))
        {
            if (strategic && block.Meaning is Meaning.Chapter && LookOf(block).Plain && followedByItem && block.Tight) block.Meaning = Meaning.None;
            return true;
        }

        if (!block.LooksLikeHeading || block.Describes && block.First.HeadingLevel is null) return false;
        block.OpensArea = printed && BeforeLabel(block, next);
        if (block.Number is { } number) return NumberHeads(block, number);
        if (Emphasised(block)) return block.Text.Any(char.IsLetter);
        if (!printed && !block.EndsWithColon) return false;
        if (followedByItem && next!.Gap <= 1 && block.Lines.Count <= 2 && char.IsUpper(block.Text.FirstOrDefault(char.IsLetter, 'a'))) return true;
        return block.OpensArea;
    }

    /// <summary>"Monitoring ovzduší" in plain print inside the tree is no chapter on monitoring.</summary>
    private bool IsVague(Block block) =>
        strategic && block is { Meaning: Meaning.Chapter or Meaning.Strand or Meaning.Attribute, Number: null, Gap: < 2 } && LookOf(block).Plain
        && Vocabulary.All.IsLoose(Cleaning.Fold(block.Text));

    /// <summary>A short lonely line right before a label is the heading that the label belongs to.</summary>
    private static bool BeforeLabel(Block block, Block? next) =>
        next is { Meaning: Meaning.Change } && next.First.Sheet == block.First.Sheet && block.Gap > 0
        && block.Lines.Count <= 2 && block.Text.Length <= 100 && char.IsUpper(block.Text.FirstOrDefault(char.IsLetter, 'a'));

    private bool Emphasised(Block block)
    {
        if (block.AllCaps && block.Text.Length <= 120) return true;
        if (block.Cell is not null) return false;
        return block.First.Size > bodySize + 0.9 || block.First.Bold && !bodyBold && block.First.Size >= bodySize - 0.6;
    }

    /// <summary>Deep numbers always head; a simple list of numbers heads only where something stands beneath its members.</summary>
    private bool NumberHeads(Block block, Numbering number)
    {
        if (number.Shape is NumberShape.Lower or NumberShape.Bracket) return false;
        if ((number.Path.Count > 1 || number is { Shape: NumberShape.Mixed, Firm: true }) && block.First.ListLevel < 0) return true;
        if (block.Counted) return true;
        if (Emphasised(block)) return true;
        var members = series[number.SeriesKey].ToList();
        return members.Count(at => at + 1 < blocks.Count && StandsBeneath(blocks[at], blocks[at + 1])) * 2 >= members.Count;
    }

    private static bool StandsBeneath(Block head, Block next) =>
        next.Number?.SeriesKey != head.Number!.SeriesKey
        && (next.IsItem || next.Meaning is not Meaning.None || next.Number?.Within(head.Number) == true || next.First.ListLevel > head.First.ListLevel);

    private Look LookOf(Block block)
    {
        var first = block.First;
        // "THEME 1" in small print over its title in large print is one heading, as large as its title.
        var size = block.Lines.Max(line => line.Size);
        var larger = size > bodySize + 0.9;
        var bold = first.Bold && !bodyBold;
        var numbered = block.Number is { } number ? $"{number.Shape}{number.Depth}" : "";
        return new(first.HeadingLevel, size, bold, block.AllCaps, numbered, first.HeadingLevel is null && !larger && !bold && !block.AllCaps, first.Left);
    }
}
