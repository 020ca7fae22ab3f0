using System.Globalization;
using System.Text;

namespace Vridlo.Base;

/// <summary>A word of a text.</summary>
/// <param name="Start">where it begins in the text</param>
/// <param name="Length">how long it is there</param>
/// <param name="Text">the word in lower case, with its diacritics</param>
public readonly record struct Word(int Start, int Length, string Text)
{
    /// <summary>The word without its diacritics.</summary>
    public string Folded => Folding.Fold(Text);
}

/// <summary>Cuts text into words: runs of letters and digits; a full stop between two digits belongs to the word (4.2.1).</summary>
public static class SplitWords
{
    // No word of the three languages comes near; what is longer is no word, and only its beginning is kept.
    private const int LongestWord = 60;

    /// <summary>The words in their order.</summary>
    public static IEnumerable<Word> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && Belongs(text, at, out var width))
            {
                at += width;
            }

            if (at == start)
            {
                at++;
            }
            else if (Make(text, start, at - start) is { } word)
            {
                yield return word;
            }
        }
    }

    private static Word? Make(string text, int start, int length)
    {
        var kept = Normal.Form(text.Substring(start, Math.Min(length, LongestWord)), NormalizationForm.FormC);
        var word = new Word(start, length, kept.ToLowerInvariant());
        return word.Folded.Length == 0 ? null : word;
    }

    private static bool Belongs(string text, int at, out int width)
    {
        width = 1;
        if (text[at] == '.')
        {
            return at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return false;
        }

        width = rune.Utf16SequenceLength;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;
    }
}
