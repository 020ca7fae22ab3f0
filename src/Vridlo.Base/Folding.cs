using System.Globalization;
using System.Text;

namespace Vridlo.Base;

/// <summary>Folds text for comparing and searching: lower case, no diacritics, ligatures apart, single spaces.</summary>
public static class Folding
{
    /// <summary>«Lázeňských  měst» → «lazenskych mest»; ß → ss. The result is in Unicode form C and trimmed.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in Normal.Form(text, NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            _ = c switch
            {
                'ß' or 'ẞ' => folded.Append("ss"),
                'ł' or 'Ł' => folded.Append('l'),
                'đ' or 'Đ' => folded.Append('d'),
                'ø' or 'Ø' => folded.Append('o'),
                'æ' or 'Æ' => folded.Append("ae"),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }

        return Normal.Form(folded.ToString(), NormalizationForm.FormC);
    }
}
