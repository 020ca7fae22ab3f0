using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Vridlo.Base;

/// <summary>
/// Every text of the system, gathered from the resources <c>Text/*.resx</c> (Czech), <c>.en.resx</c> and <c>.de.resx</c> of the
/// given assemblies. Czech texts are set by <see cref="Typography"/> once, here.
/// </summary>
public sealed class TextCatalogue
{
    private readonly FrozenDictionary<string, string>[] texts;
    private readonly bool strict;

    /// <summary>Gathers the texts.</summary>
    /// <param name="assemblies">assemblies with resources under <c>Text/</c></param>
    /// <param name="strict">true in tests: a missing key throws; false in production: the key itself is shown</param>
    /// <exception cref="InvalidOperationException">when two resources define the same key</exception>
    public TextCatalogue(IEnumerable<Assembly> assemblies, bool strict)
    {
        this.strict = strict;
        Assembly[] all = [.. assemblies.Distinct()];
        texts = [.. Enum.GetValues<Language>().Select(language => Gather(all, language))];
    }

    /// <summary>All keys that some language has.</summary>
    public IEnumerable<string> Keys => texts.SelectMany(t => t.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The raw text with its placeholders in exactly this language, or null.</summary>
    public string? Find(string key, Language language) => texts[(int)language].GetValueOrDefault(key);

    /// <summary>The text in every language it is in, for what is stored and not only shown.</summary>
    /// <exception cref="ArgumentException">when no language has it</exception>
    public Localized Localized(string key) => new(Find(key, Language.Cs), Find(key, Language.En), Find(key, Language.De));

    /// <summary>The text that fits a count (<see cref="Texts.Count"/>) in every language, for what is stored and not only shown.</summary>
    public Localized Counted(string key, long count, params IReadOnlyList<object> others) =>
        new(In(Language.Cs).Count(key, count, others), In(Language.En).Count(key, count, others), In(Language.De).Count(key, count, others));

    /// <summary>The texts as seen by a reader of the language.</summary>
    public Texts In(Language language) => new(this, language);

    internal string Get(string key, Language language) =>
        Find(key, language) ?? (strict
            ? throw new KeyNotFoundException($"There is no text '{key}' in '{language.Code()}'.")
            : Find(key, Language.Cs) ?? key);

    private static FrozenDictionary<string, string> Gather(Assembly[] assemblies, Language language)
    {
        var gathered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var (key, text) in Read(assembly, language))
            {
                if (!gathered.TryAdd(key, Typography.Set(text, language)))
                {
                    throw new InvalidOperationException($"The text '{key}' is defined twice (again in {assembly.GetName().Name}).");
                }
            }
        }

        return gathered.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Text)> Read(Assembly assembly, Language language)
    {
        const string Extension = ".resources";
        var culture = language is Language.Cs ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code());
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal) && n.Contains(".Text.", StringComparison.Ordinal));
        foreach (var name in names)
        {
            var set = new ResourceManager(name[..^Extension.Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            foreach (var entry in set?.Cast<DictionaryEntry>() ?? [])
            {
                yield return ((string)entry.Key, (string)entry.Value!);
            }
        }
    }
}
