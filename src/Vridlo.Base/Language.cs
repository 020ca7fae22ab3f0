using System.Globalization;

namespace Vridlo.Base;

/// <summary>A language of the system: Czech (the default), English, German.</summary>
[Words("ui.language")]
public enum Language
{
    /// <summary>čeština; the language in which programmes are approved</summary>
    Cs,

    /// <summary>English</summary>
    En,

    /// <summary>Deutsch</summary>
    De,
}

/// <summary>Codes and cultures of the languages.</summary>
public static class Languages
{
    private static readonly CultureInfo[] Cultures =
        [CultureInfo.GetCultureInfo("cs-CZ"), CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("de-DE")];

    /// <summary>The ISO 639-1 code: <c>cs</c>, <c>en</c>, <c>de</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Cs => "cs",
        Language.En => "en",
        Language.De => "de",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };

    /// <summary>The culture whose formats readers of the language expect.</summary>
    public static CultureInfo Culture(this Language language) => Cultures[(int)language];

    /// <summary>The language of an ISO 639-1 code, or null when it is none of ours.</summary>
    public static Language? Parse(string? code) => code switch
    {
        "cs" => Language.Cs,
        "en" => Language.En,
        "de" => Language.De,
        _ => null,
    };
}
