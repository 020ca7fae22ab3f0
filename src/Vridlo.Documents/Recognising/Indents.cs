namespace Vridlo.Documents.Recognising;

/// <summary>Lists without bullets: short paragraphs set in from the body by the same step, several of them together.</summary>
internal sealed class Indents
{
    private const int Fewest = 3;
    private readonly double body;
    private readonly double step;
    private readonly HashSet<int> steps;

    public Indents(IReadOnlyList<Block> blocks)
    {
        var plain = blocks.Where(IsPlain).ToList();
        step = plain.Any(block => block.First.Size > 0) ? 9 : 2;
        body = plain.Count == 0 ? 0 : plain.Min(block => block.First.Left);
        steps = [.. plain.Where(block => block.First.Left > body + step).GroupBy(Key).Where(group => group.Count() >= Fewest && !group.Any(block => InlineLabel.Describes(block.Text))).Select(group => group.Key)];
    }

    public bool IsItem(Block block) =>
        IsPlain(block) && !block.EndsWithColon && block.First.Left > body + step && block.First.Left < body + step * 8 && steps.Contains(Key(block));

    private static bool IsPlain(Block block) =>
        block.Bullet is null && block.Number is null && block.Cell is null && block.First.HeadingLevel is null && block.Meaning is Meaning.None && block.Text.Length <= 300;

    private static int Key(Block block) => (int)Math.Round(block.First.Left / 2);
}
