using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>One paragraph, heading or list item: lines that belong together, joined.</summary>
internal sealed class Block
{
    public required List<Line> Lines { get; init; }

    /// <summary>The joined text without its bullet.</summary>
    public required string Text { get; set; }

    /// <summary>Its bullet, or null.</summary>
    public string? Bullet { get; init; }

    /// <summary>The number it opens with, or null; it still stands in <see cref="Text"/>.</summary>
    public Numbering? Number { get; init; }

    /// <summary>The text behind the number.</summary>
    public required string Rest { get; set; }

    /// <summary>What it announces as a whole heading.</summary>
    public Meaning Meaning { get; set; }

    /// <summary>The kind named by its first word, as in "Opatření 1.2".</summary>
    public Kind Named { get; set; }

    /// <summary>Whether the next block follows without an empty line.</summary>
    public bool Tight { get; set; }

    public Line First => Lines[0];

    public int Gap => First.Gap;

    public Cell? Cell => First.Cell;

    public bool IsItem => Bullet is not null;

    public bool EndsSentence => Text.Length > 0 && ".!?;".Contains(Text[^1], StringComparison.Ordinal) && !Text.EndsWith("apod.", StringComparison.Ordinal);

    public bool EndsWithColon => Text.EndsWith(':');

    public bool AllCaps => Text.Count(char.IsUpper) >= 4 && !Text.Any(char.IsLower);

    /// <summary>Short and not a sentence: it may be a heading.</summary>
    public bool LooksLikeHeading => Text.Length is > 1 and <= 170 && Lines.Count <= 3 && !EndsSentence && !Text.EndsWith(',');
}
