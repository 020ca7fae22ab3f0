using System.Text.RegularExpressions;

namespace Vridlo.Documents.Furniture;

/// <summary>Marks that open an item of a list, as printers, word processors and typists make them.</summary>
internal static partial class Bullets
{
    /// <summary>The mark and the text behind it, or null where the text opens with none.</summary>
    public static (string Mark, string Behind)? Split(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? (match.Groups[1].Value, text[match.Length..]) : null;
    }

    public static bool IsBare(string text) => text.Length == 1 && Pattern().IsMatch(text + " x");

    [GeneratedRegex(@"^([-–—*+»>~]|ü(?=\s)|[•·●○◦▪▫■□◆◇►▶▷➢➤➔→⇒‣⁃∙✓✔✗★☐☑☒❖\uF000-\uF0FF])(?:\s+|(?<=[^*+>~ü-])(?=\S)|(?<=-)(?=\p{L}{3}))(?=\S)")]
    private static partial Regex Pattern();
}
