using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vridlo.Base;

/// <summary>
/// One text in up to three languages. Never empty: at least one language has a text, and a text that is only white space
/// counts as missing.
/// </summary>
[JsonConverter(typeof(LocalizedJson))]
public sealed record Localized
{
    /// <summary>A text in the given languages; null or white space means that the language is missing.</summary>
    /// <exception cref="ArgumentException">when no language has a text</exception>
    public Localized(string? cs, string? en = null, string? de = null)
    {
        (Cs, En, De) = (Clean(cs), Clean(en), Clean(de));
        if (Cs is null && En is null && De is null)
        {
            throw new ArgumentException("A localized text needs a text in at least one language.", nameof(cs));
        }
    }

    /// <summary>The Czech text, or null.</summary>
    public string? Cs { get; }

    /// <summary>The English text, or null.</summary>
    public string? En { get; }

    /// <summary>The German text, or null.</summary>
    public string? De { get; }

    /// <summary>The text in this language, or null.</summary>
    public string? this[Language language] => language switch
    {
        Language.Cs => Cs,
        Language.En => En,
        Language.De => De,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };

    /// <summary>
    /// The text to show to a reader of <paramref name="wanted"/> and the language it really is in: the wanted one, else
    /// Czech, else English, else German. When the two differ, the page must say so.
    /// </summary>
    public (string Text, Language Language) For(Language wanted)
    {
        foreach (var language in (ReadOnlySpan<Language>)[wanted, Language.Cs, Language.En, Language.De])
        {
            if (this[language] is { } text)
            {
                return (text, language);
            }
        }

        throw new InvalidOperationException("Unreachable: a localized text is never empty.");
    }

    /// <summary>The same text with one language replaced; null removes it.</summary>
    public Localized With(Language language, string? text) => language switch
    {
        Language.Cs => new(text, En, De),
        Language.En => new(Cs, text, De),
        Language.De => new(Cs, En, text),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };

    /// <summary>Every language's text behind the same words.</summary>
    public Localized Prefixed(string words) => new(Cs is null ? null : words + Cs, En is null ? null : words + En, De is null ? null : words + De);

    /// <summary>The Czech text, or the first there is.</summary>
    public override string ToString() => For(Language.Cs).Text;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>Writes a <see cref="Localized"/> as <c>{"cs":"…","en":"…"}</c>; missing languages are left out.</summary>
internal sealed class LocalizedJson : JsonConverter<Localized>
{
    public override Localized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader)
            ?? throw new JsonException("A localized text is an object of languages.");
        return new(texts.GetValueOrDefault("cs"), texts.GetValueOrDefault("en"), texts.GetValueOrDefault("de"));
    }

    public override void Write(Utf8JsonWriter writer, Localized value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var language in Enum.GetValues<Language>())
        {
            if (value[language] is { } text)
            {
                writer.WriteString(language.Code(), text);
            }
        }

        writer.WriteEndObject();
    }
}
