using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;

namespace Vridlo.Documents.Reading;

/// <summary>What is needed of a printed letter; taken once, because the parser computes much of it anew at every question.</summary>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Base, double Size, bool Bold);

/// <summary>Takes the visible letters of one page and asks each of its fonts only once whether it is bold.</summary>
internal sealed class PdfGlyphs
{
    private readonly Dictionary<FontDetails, bool> bold = new(ReferenceEqualityComparer.Instance);

    public List<PdfGlyph> Upright { get; } = [];

    /// <summary>Text set along the edge of the page, as captions of charts and some running titles are.</summary>
    public string Aside { get; }

    public PdfGlyphs(IReadOnlyList<Letter> letters)
    {
        var rotated = new System.Text.StringBuilder();
        foreach (var letter in letters)
        {
            if (letter.TextOrientation is not TextOrientation.Horizontal) { rotated.Append(letter.Value); continue; }
            if (string.IsNullOrWhiteSpace(letter.Value)) continue;
            var size = letter.PointSize > 0.5 ? letter.PointSize : letter.BoundingBox.Height;
            var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
            if (size > 0.5) Upright.Add(new(letter.Value, start.X, end.X, start.Y, size, IsBold(letter.FontDetails)));
        }

        Aside = Cleaning.Plain(rotated.ToString());
    }

    private bool IsBold(FontDetails? font)
    {
        if (font is null) return false;
        if (!bold.TryGetValue(font, out var known)) bold[font] = known = font.IsBold || font.Weight > 550 || SaysBold(font.Name ?? "");
        return known;
    }

    private static bool SaysBold(string name) =>
        name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase);
}
