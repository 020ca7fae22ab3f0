using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Vridlo.Base;
using Vridlo.Ui;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Tests.Texts;

public sealed partial class EveryTextTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Here(), "../../../../src"));

    private static readonly TextCatalogue Catalogue = new(Server.TextAssemblies.Append(typeof(Links).Assembly), strict: true);

    /// <summary>Families with a singular; Czech has one form more for 2 to 4, and some have one for decimals.</summary>
    private static readonly HashSet<string> Plurals = [.. Catalogue.Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal)).Select(k => k[..^".one".Length])];

    [Fact]
    public void Is_there_in_three_languages()
    {
        var missing = from key in Catalogue.Keys
                      from language in Enum.GetValues<Language>()
                      where Catalogue.Find(key, language) is null && !(language is not Language.Cs && IsCzechForm(key))
                      select $"{key} in {language.Code()}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Has_the_same_placeholders_in_each_language()
    {
        var unlike = from key in Catalogue.Keys
                     let czech = Places(key, Language.Cs)
                     from language in new[] { Language.En, Language.De }
                     where Catalogue.Find(key, language) is not null && Family(key) is null && !Places(key, language).SetEquals(czech)
                     select $"{key} in {language.Code()}";
        Assert.Empty(unlike);
    }

    /// <summary>A key counts as used where it stands in the source, whole or as what an interpolated key can become.</summary>
    [Fact]
    public void Is_used()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains("/node_modules/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var whole = WholeKey().Matches(source).Select(m => m.Groups[1].Value).ToHashSet();
        var patterns = MadeKey().Matches(source).Select(m => m.Groups[1].Value)
            .Concat(whole.Where(k => k[^1] is '.' or '-').Select(k => k + "{}"))
            .Concat(FamilyOfWords().Matches(source).Select(m => m.Groups[1].Value + ".{}"))
            .Where(k => char.IsAsciiLetterLower(k[0]) && k.Contains('.', StringComparison.Ordinal))
            .Distinct().Select(k => new Regex("^" + string.Join(".+", Hole().Split(k).Select(Regex.Escape)) + "$")).ToList();
        var unused = from key in Catalogue.Keys
                     let name = Family(key) ?? key
                     where !whole.Contains(name) && !whole.Contains(key) && !patterns.Any(p => p.IsMatch(name) || p.IsMatch(key))
                     select key;
        Assert.True(!unused.Any(), string.Join("\n", unused));
    }

    private static bool IsCzechForm(string key) => Family(key) is not null && (key.EndsWith(".few", StringComparison.Ordinal) || key.EndsWith(".many", StringComparison.Ordinal));

    private static string? Family(string key) => key[..Math.Max(0, key.LastIndexOf('.'))] is var stem && Plurals.Contains(stem) ? stem : null;

    private static HashSet<string> Places(string key, Language language) => [.. Hole().Matches(Catalogue.Find(key, language)!).Select(m => m.Value)];

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"""([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.?)""")]
    private static partial Regex WholeKey();

    [GeneratedRegex(@"\$""((?:[a-zA-Z0-9.-]|\{[^{}]*\})+)""")]
    private static partial Regex MadeKey();

    /// <summary>An enumeration, or a list's column, names the family of keys of its values.</summary>
    [GeneratedRegex(@"Words(?: = |\()""([a-z.-]+)""")]
    private static partial Regex FamilyOfWords();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
