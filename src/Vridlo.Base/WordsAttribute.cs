namespace Vridlo.Base;

/// <summary>Says where the texts of an enumeration's values are: the key of a value's text is this prefix and the value, as it is named or in lower case.</summary>
/// <param name="prefix">such as <c>people.role.</c></param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class WordsAttribute(string prefix) : Attribute
{
    /// <summary>The prefix of the keys, with the point at its end.</summary>
    public string Prefix { get; } = prefix;
}
