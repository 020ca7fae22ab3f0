namespace Vridlo.Documents.Reading;

/// <summary>The place of a line in a table: which table, row and column, and how many columns it covers.</summary>
internal sealed record Cell(int Table, int Row, int Column, int Span = 1);

/// <summary>A line as a reader of a format hands it over: its text and all it knows of the layout.</summary>
internal sealed class Line
{
    public int? Page { get; init; }

    public required int Number { get; set; }

    /// <summary>The text as it stands in the document.</summary>
    public required string Raw { get; init; }

    /// <summary>The text without marks of the format, with plain spaces and without ligatures.</summary>
    public required string Text { get; set; }

    /// <summary>The printed sheet it stands on; equals the page where the format has pages.</summary>
    public int Sheet { get; set; }

    /// <summary>The column of print on its sheet, counted from the top left.</summary>
    public int Column { get; init; }

    /// <summary>Whether it stands beside another column.</summary>
    public bool Parted { get; init; }

    /// <summary>Whether its edge is that of a cell.</summary>
    public bool InTable { get; init; }

    /// <summary>Distance from the top of the sheet in points; zero where lines are not printed.</summary>
    public double Down { get; init; }

    /// <summary>Left edge: columns in plain text, points in print.</summary>
    public double Left { get; init; }

    /// <summary>Right edge, in the unit of <see cref="Left"/>.</summary>
    public double Right { get; init; }

    /// <summary>Right edge of the column of print that the line stands in; zero where lines are not printed.</summary>
    public double Edge { get; set; }

    /// <summary>Font size in points; zero where it is not known.</summary>
    public double Size { get; init; }

    public bool Bold { get; init; }

    /// <summary>The bold beginning that a sign parts from the rest of the text: in an item over a list it is the title; null where there is none.</summary>
    public string? Lead { get; init; }

    /// <summary>Empty lines, or their equivalent in white space, before this line.</summary>
    public int Gap { get; set; }

    /// <summary>Level of a heading, 1 the highest; null where the format does not say that this is a heading.</summary>
    public int? HeadingLevel { get; set; }

    /// <summary>A bullet or an automatic number that the format keeps outside the text.</summary>
    public string? Marker { get; init; }

    /// <summary>Depth in a list of the format, 0 the outermost; -1 where the format does not say.</summary>
    public int ListLevel { get; init; } = -1;

    /// <summary>Lines with the same number belong to one paragraph for certain; null where paragraphs must be guessed.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Whether a break by hand, not the edge of the paper, parts it from the line before in its paragraph.</summary>
    public bool Broken { get; init; }

    public Cell? Cell { get; set; }

    /// <summary>What the format itself says this line is, such as an entry of the contents or a footnote.</summary>
    public string? Furniture { get; init; }

    public (LineUse Use, string What)? Fate { get; private set; }

    public bool Free => Fate is null;

    public void Use(LineUse use, string what) => Fate ??= (use, what);

    /// <summary>Gives back what a node had taken by mistake: the line only announces it.</summary>
    public void Announce() => Fate = (LineUse.Furniture, "overview");
}
