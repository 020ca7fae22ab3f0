using System.Text;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Makes plain letters and spaces of what typesetting put in their place.</summary>
internal static class Cleaning
{
    public const char SoftHyphen = '\u00AD';

    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['\uFB00'] = "ff", ['\uFB01'] = "fi", ['\uFB02'] = "fl", ['\uFB03'] = "ffi", ['\uFB04'] = "ffl",
        ['\uFB05'] = "st", ['\uFB06'] = "st",
    };

    /// <summary>Plain text of a line; a soft hyphen stays only at its end, where it splits a word.</summary>
    public static string Plain(string raw)
    {
        var plain = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (Ligatures.TryGetValue(c, out var letters)) plain.Append(letters);
            else if (c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or SoftHyphen || char.IsControl(c) && c != '\t') continue;
            else if (c is '\u2010' or '\u2011') plain.Append('-');
            else if (c is '\u2012' or '\u2015' or '\u2212') plain.Append('–');
            else plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }

        var end = raw.AsSpan().TrimEnd();
        if (end.Length > 0 && end[^1] == SoftHyphen) plain.Append(SoftHyphen);
        return Squeeze(Normal.Form(WithoutPictogram(plain.ToString()), NormalizationForm.FormC));
    }

    /// <summary>A pictogram before a title is an ornament; signs that serve as bullets or boxes stay.</summary>
    private static string WithoutPictogram(string text)
    {
        var from = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsOrnament(rune) && !(from > 0 && (rune.Value == 0xFE0F || Rune.IsWhiteSpace(rune)))) break;
            from += rune.Utf16SequenceLength;
        }

        return from > 0 && from < text.Length ? text[from..] : text;
    }

    private static bool IsOrnament(Rune rune) => rune.Value is >= 0x1F000 and <= 0x1FAFF || rune.Value is >= 0x2600 and <= 0x26FF and not (0x2605 or 0x2606 or 0x2610 or 0x2611 or 0x2612);

    /// <summary>Runs of spaces become one space; none at the ends.</summary>
    public static string Squeeze(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lower case without diacritics, letters and digits in words with one space between: for comparing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Normal.Form(text, NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
        }

        return folded.ToString().Replace("ß", "ss", StringComparison.Ordinal).TrimEnd();
    }
}
