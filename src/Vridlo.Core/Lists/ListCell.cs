using System.Globalization;
using System.Text.Json;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Lists;

/// <summary>How one value of a list stands in files.</summary>
internal static class ListCell
{
    /// <summary>For machines, without regard to language: ISO dates, invariant numbers; a localized text in the language of the file.</summary>
    public static string Plain(object? value, Language language) => value switch
    {
        null => "",
        string text => text,
        Localized text => text.For(language).Text,
        bool truth => truth ? "true" : "false",
        LocalDate date => DateText.Iso(date),
        Instant moment => DateText.Iso(moment),
        Money sum => sum.Whole.ToString(CultureInfo.InvariantCulture),
        Enum member => WordsAttribute.Name(member.ToString()),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>For people: the words of enumerations; figures and dates stay what they are.</summary>
    public static object? Typed<TRow>(Column<TRow> column, object? value, Texts t) => value switch
    {
        Enum or string when column.Words is { } words && ListWords.Key(words, value) is { } key => t.Has(key) ? t[key] : Plain(value, t.Language),
        Enum member when WordsAttribute.Of(member.GetType()) is not null => t[member],
        LocalDate date => date.ToDateTimeUnspecified(),
        Instant moment => moment.InZone(DateText.Zone).ToDateTimeUnspecified(),
        Money sum => sum.Whole,
        int or long or double or bool => value,
        _ => Plain(value, t.Language),
    };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Localized text:
                // The serializer would flush the writer, which blocks.
                json.WriteStartObject();
                foreach (var language in Enum.GetValues<Language>())
                {
                    if (text[language] is { } words)
                    {
                        json.WriteString(language.Code(), words);
                    }
                }

                json.WriteEndObject();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case Money sum:
                json.WriteNumberValue(sum.Whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue(Plain(value, Language.Cs));
                break;
        }
    }
}
