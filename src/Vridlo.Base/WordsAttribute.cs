using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Vridlo.Base;

/// <summary>Says where the texts of an enumeration's members are: the key of a text is this prefix, a point, and the member in camelCase.</summary>
/// <param name="prefix">such as <c>people.role</c></param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class WordsAttribute(string prefix) : Attribute
{
    private static readonly ConcurrentDictionary<Type, string?> Prefixes = [];

    /// <summary>The prefix of the keys.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The prefix of a type's members; null when it is no enumeration or has no words.</summary>
    public static string? Of(Type type) => Prefixes.GetOrAdd(type, t => t.GetCustomAttribute<WordsAttribute>()?.Prefix);

    /// <summary>The key of a member's text.</summary>
    /// <exception cref="ArgumentException">when its enumeration does not say where its texts are</exception>
    public static string Key(Enum member) =>
        Key(Of(member.GetType()) ?? throw new ArgumentException($"{member.GetType()} has no words.", nameof(member)), member.ToString());

    /// <summary>The key of a member's text in a family of texts.</summary>
    public static string Key(string prefix, string member) => prefix + "." + Name(member);

    /// <summary>The member that a text from outside names, whatever its case; null when it names none.</summary>
    public static TWord? Read<TWord>(string? text)
        where TWord : struct, Enum => Enum.TryParse<TWord>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null;

    /// <summary>A member as it stands in keys, addresses, files and the open interface: in camelCase.</summary>
    public static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
