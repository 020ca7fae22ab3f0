namespace Vridlo.Base;

/// <summary>A language of the system: Czech (the default), English, German.</summary>
public enum Language
{
    /// <summary>čeština; the language in which programmes are approved</summary>
    Cs,

    /// <summary>English</summary>
    En,

    /// <summary>Deutsch</summary>
    De,
}
