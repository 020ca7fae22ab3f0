using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>
/// Plain text without bullets: an indentation at which short lines follow each other, none of them filling the paper, is one
/// of items; one that only ever follows a shallower line continues it.
/// </summary>
internal sealed class IndentLevels
{
    public IndentLevels(IReadOnlyList<Line> lines, bool printed)
    {
        if (!printed || lines.Any(line => line.Size > 0)) return;
        var body = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => pair.Second.Gap == 0 && Of(pair.Second) > body + 2).GroupBy(pair => Of(pair.Second));
        foreach (var level in pairs)
        {
            var beside = level.Where(pair => Of(pair.First) == level.Key).ToList();
            var widest = level.Max(pair => pair.Second.Right);
            var loose = beside.Count(pair => pair.First.Right + Word(pair.Second.Text) + 1 < widest);
            if (level.Count() >= 3 && beside.Count * 3 >= level.Count() && loose * 3 >= beside.Count && !lines.Any(line => Of(line) == level.Key && (Furniture.Bullets.Split(line.Text) is not null || InlineLabel.Describes(line.Text)))) Items.Add(level.Key);
        }
    }

    public HashSet<int> Items { get; } = [];

    public static int Of(Line line) => (int)line.Left;

    private static int Word(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end;
}
