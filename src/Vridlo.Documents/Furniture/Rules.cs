using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Furniture;

/// <summary>Lines drawn of signs: they part or underline, and an underlined line is a heading.</summary>
internal static class Rules
{
    public static void Undo(ReadLines read)
    {
        var lines = read.Lines;
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsRule(lines[at].Text)) continue;
            lines[at].Use(LineUse.Furniture, "rule");
            if (at + 1 < lines.Count) lines[at + 1].Gap = Math.Max(1, lines[at + 1].Gap);
            if (at > 0 && lines[at].Gap == 0 && lines[at - 1] is { Free: true, HeadingLevel: null } head && head.Text.Length <= 120 && head.Marker is null && Bullets.Split(head.Text) is null)
                head.HeadingLevel = lines[at].Text[0] switch { '=' or '#' => 1, '-' or '–' or '—' or '_' => 2, _ => 3 };
        }
    }

    private static bool IsRule(string text)
    {
        var signs = text.Replace(" ", "", StringComparison.Ordinal);
        return signs.Length >= 3 && "=-_*~#–—+".Contains(signs[0], StringComparison.Ordinal) && signs.All(c => c == signs[0]);
    }
}
