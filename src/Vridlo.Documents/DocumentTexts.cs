using System.Globalization;
using System.Resources;
using Vridlo.Base;

namespace Vridlo.Documents;

/// <summary>The texts of the problems and doubts of this library in the languages of the system.</summary>
public static class DocumentTexts
{
    private static readonly ResourceManager Texts = new("Vridlo.Documents.Text.Documents", typeof(DocumentTexts).Assembly);

    /// <summary>A doubt as a sentence.</summary>
    public static string Of(Doubt doubt, Language language) => Of(doubt.Code, doubt.Arguments, language);

    /// <summary>A problem of this library as a sentence.</summary>
    public static string Of(Problem problem, Language language) => Of(problem.Code, problem.Arguments, language);

    private static string Of(string code, IReadOnlyList<object> arguments, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language.ToString().ToLowerInvariant());
        var text = Texts.GetString(code, culture) ?? code;
        return string.Format(culture, text, [.. arguments]);
    }
}
