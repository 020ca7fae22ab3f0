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
        body = Body(plain);
        steps = [.. plain.Where(block => block.First.Left > body + step).GroupBy(Key).Where(group => group.Count() >= Fewest && !group.Any(block => InlineLabel.Describes(block.Text))).Select(group => group.Key)];
    }

    /// <summary>The leftmost edge where a fair share of the text stands; a stray line of the margin does not move it.</summary>
    private static double Body(List<Block> plain)
    {
        var letters = plain.Sum(block => block.Text.Length);
        var edges = plain.GroupBy(Key).Where(edge => edge.Sum(block => block.Text.Length) * 20 >= letters).ToList();
        return edges.Count == 0 ? 0 : edges.MinBy(edge => edge.Key)!.Min(block => block.First.Left);
    }

    public bool IsItem(Block block) =>
        IsPlain(block) && !block.EndsWithColon && block.First.Left > body + step && block.First.Left < body + step * 8 && steps.Contains(Key(block));

    private static bool IsPlain(Block block) =>
        block.Bullet is null && block.Number is null && block.Cell is null && block.First.HeadingLevel is null && block.Meaning is Meaning.None && block.Text.Length <= 300;

    private static int Key(Block block) => (int)Math.Round(block.First.Left / 2);
}
