using System.Text.RegularExpressions;
using NodaTime;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed partial class TextsTests
{
    private static readonly TextCatalogue Strict = new([typeof(UiServices).Assembly], strict: true);
    private static readonly TextCatalogue Lenient = new([typeof(UiServices).Assembly], strict: false);

    [Fact]
    public void Every_text_exists_in_the_three_languages_with_the_same_placeholders()
    {
        var keys = Strict.Keys.ToArray();
        Assert.NotEmpty(keys);
        foreach (var key in keys.Where(k => !k.EndsWith(".few", StringComparison.Ordinal)))
        {
            var holders = Enum.GetValues<Language>().Select(l => (l, Placeholders(Strict.Find(key, l) ?? $"no {key} in {l}"))).ToArray();
            Assert.All(holders, h => Assert.True(Strict.Find(key, h.l) is not null, $"{key} is missing in {h.l}"));
            Assert.True(holders.Select(h => h.Item2).Distinct().Count() == 1, $"{key} has other placeholders in one language");
        }
    }

    [Fact]
    public void A_missing_key_throws_in_tests_and_shows_itself_in_production()
    {
        Assert.Throws<KeyNotFoundException>(() => Strict.In(Language.Cs)["ui.nothing"]);
        Assert.Equal("ui.nothing", Lenient.In(Language.De)["ui.nothing"]);
    }

    [Fact]
    public void The_same_key_twice_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new TextCatalogue([typeof(UiServices).Assembly, typeof(TextsTests).Assembly], strict: true));

    [Fact]
    public void Values_are_written_in_the_readers_way()
    {
        Assert.Equal("1\u00a0860", Strict.In(Language.Cs).Write(1860));
        Assert.Equal("1.860", Strict.In(Language.De).Write(1860L));
        Assert.Equal("1\u00a0May 2027", Strict.In(Language.En).Write(new LocalDate(2027, 5, 1)));
        Assert.Equal("Spa", Strict.In(Language.En).Write(new Localized("Lázeňství", "Spa")));
    }

    [Fact]
    public void A_problem_is_told_by_its_code()
    {
        var problem = Problem.Invalid("ui.list.more-than", null, 1234);
        Assert.Equal("Více než 1\u00a0234 záznamů", Strict.In(Language.Cs)[problem]);
    }

    private static string Placeholders(string text) => string.Join(' ', Holder().Matches(text).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Holder();
}
