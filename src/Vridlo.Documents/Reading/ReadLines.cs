namespace Vridlo.Documents.Reading;

/// <summary>What a reader of a format hands over.</summary>
/// <param name="Format">txt, md, docx, pdf</param>
/// <param name="Lines">all non-empty lines in reading order</param>
/// <param name="Title">title that the file itself states, or null</param>
/// <param name="Notes">doubts that arose in reading, such as a guessed encoding</param>
internal sealed record ReadLines(string Format, IReadOnlyList<Line> Lines, string? Title, IReadOnlyList<Doubt> Notes)
{
    /// <summary>Whether lines are broken at the edge of the paper, so that paragraphs and headings run over lines.</summary>
    public bool Printed => Format is "txt" or "pdf";
}
