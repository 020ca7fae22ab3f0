using System.Globalization;
using NodaTime;

namespace Vridlo.Base;

/// <summary>The texts of the system as one reader sees them. Values given for placeholders are written in the reader's way.</summary>
public sealed class Texts(TextCatalogue catalogue, Language language)
{
    /// <summary>The reader's language.</summary>
    public Language Language { get; } = language;

    /// <summary>The text of the key, with <c>{0}</c>, <c>{1}</c> … replaced by the values.</summary>
    public string this[string key, params IReadOnlyList<object> values] => Fill(catalogue.Get(key, Language), values);

    /// <summary>The text of a problem.</summary>
    public string this[Problem problem] => this[problem.Code, problem.Arguments];

    /// <summary>The word for a member of an enumeration that says where its texts are.</summary>
    public string this[Enum member] => this[WordsAttribute.Key(member)];

    /// <summary>
    /// The text that fits the count: <c>key.one</c>, <c>key.few</c> (Czech only), <c>key.other</c>. The count is <c>{0}</c>, the
    /// other values follow.
    /// </summary>
    public string Count(string key, long count, params IReadOnlyList<object> others) =>
        Fill(catalogue.Get(key + "." + Plurals.Of(count, Language).Suffix(), Language), [count, .. others]);

    /// <summary>A text of the data where there is no room for marks (attributes, the way to a page): set, and in whatever language there is.</summary>
    public string Plain(Localized text)
    {
        var (shown, language) = text.For(Language);
        return Typography.Set(shown, language);
    }

    /// <summary>Whether the key has a text in the reader's language or in Czech.</summary>
    public bool Has(string key) => catalogue.Find(key, Language) is not null || catalogue.Find(key, Language.Cs) is not null;

    /// <summary>The value as the reader is used to see it: numbers grouped, dates written, texts in the reader's language.</summary>
    public string Write(object? value) => value switch
    {
        null => "",
        string text => text,
        TextKey(var key) => Has(key) ? this[key] : key[(key.LastIndexOf('.') + 1)..],
        Localized text => text.For(Language).Text,
        Enum member when WordsAttribute.Of(member.GetType()) is not null => this[member],
        int number => NumberText.Write(number, Language),
        long number => NumberText.Write(number, Language),
        Money sum => MoneyText.Write(sum, Language),
        LocalDate date => DateText.Write(date, Language),
        Instant moment => DateText.Write(moment, Language),
        IFormattable other => other.ToString(null, Language.Culture()),
        _ => value.ToString() ?? "",
    };

    private string Fill(string text, IReadOnlyList<object> values) =>
        values.Count == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. values.Select(Write)]);
}
