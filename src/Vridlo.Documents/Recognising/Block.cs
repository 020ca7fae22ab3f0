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
    public Numbering? Number { get; set; }

    /// <summary>The text behind the number.</summary>
    public required string Rest { get; set; }

    /// <summary>What it announces as a whole heading.</summary>
    public Meaning Meaning { get; set; }

    /// <summary>The kind named by its first word, as in "Opatření 1.2".</summary>
    public Kind Named { get; set; }

    /// <summary>Whether the next block follows without an empty line.</summary>
    public bool Tight { get; set; }

    /// <summary>What it is for certain, because its place in a table says so; null where layout must tell.</summary>
    public PartSort? As { get; init; }

    /// <summary>Whether it stands right before the label that an area begins with.</summary>
    public bool OpensArea { get; set; }

    /// <summary>Whether its number stands behind a word that the document counts, as in "Ambition 2".</summary>
    public bool Counted { get; init; }

    /// <summary>Whether it says something about a node behind a label of its own: "Gestor: odbor dopravy".</summary>
    public bool Describes { get; set; }

    /// <summary>Furniture that it is for certain, such as the head row of a table.</summary>
    public string? Furniture { get; init; }

    public Line First => Lines[0];

    public int Gap => First.Gap;

    public Cell? Cell => First.Cell;

    /// <summary>The same block as a certain sort of part, perhaps with other text and the lines of its label.</summary>
    public Block Like(PartSort sort, string? text = null, string? furniture = null, Block? also = null) => new()
    {
        Lines = [.. also?.Lines ?? [], .. Lines], Text = text ?? Text, Rest = text ?? Rest, Bullet = Bullet, Number = text is null ? Number : null,
        Meaning = sort is PartSort.Heading ? Meaning : Meaning.None, Named = sort is PartSort.Heading ? Named : Kind.None, As = sort, Furniture = furniture,
    };

    /// <summary>The same heading with the title that stands in the block behind it.</summary>
    public Block Titled(Block title) => new()
    {
        Lines = [.. Lines, .. title.Lines], Text = Text + " " + title.Text, Rest = title.Text, Bullet = Bullet, Number = Number, Named = Named,
    };

    public bool IsItem => Bullet is not null;

    public bool EndsSentence => Text.Length > 0 && ".!?;".Contains(Text[^1], StringComparison.Ordinal) && !Text.EndsWith("apod.", StringComparison.Ordinal);

    public bool EndsWithColon => Text.EndsWith(':');

    public bool AllCaps => Text.Count(char.IsUpper) >= 4 && !Text.Any(char.IsLower);

    /// <summary>Short and not a sentence: it may be a heading.</summary>
    public bool LooksLikeHeading => Text.Length is > 1 and <= 170 && Lines.Count <= 3 && !EndsSentence && !Text.EndsWith(',') && !(EndsWithColon && HoldsSentence);

    /// <summary>Whether a sentence ends within: "The board meets quarterly. It will:".</summary>
    private bool HoldsSentence => Enumerable.Range(3, Math.Max(0, Text.Length - 5)).Any(at => Text[at] == '.' && Text[at + 1] == ' ' && char.IsUpper(Text[at + 2]) && char.IsLower(Text[at - 1]) && char.IsLower(Text[at - 2]) && char.IsLower(Text[at - 3]));
}
