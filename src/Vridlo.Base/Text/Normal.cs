using System.Text;

namespace Vridlo.Base;

/// <summary>Unicode normal forms of whatever comes: also of what is no Unicode, where the framework's own method throws.</summary>
public static class Normal
{
    private const char NoCharacter = '\uFFFE';
    private const char Replacement = '\uFFFD';

    /// <summary>The text in a normal form (Unicode Standard Annex 15). Lone surrogates and U+FFFE become U+FFFD.</summary>
#pragma warning disable RS0030 // This is the one place that normalizes.
    public static string Form(string text, NormalizationForm form) => (IsWhole(text) ? text : Mended(text)).Normalize(form);
#pragma warning restore RS0030

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is NoCharacter || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]))))
            {
                return false;
            }
        }

        return true;
    }

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune.Value == NoCharacter ? new Rune(Replacement) : rune);
        }

        return mended.ToString();
    }
}
