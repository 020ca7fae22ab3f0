using Vridlo.Base;
using Vridlo.Core.Search;

namespace Vridlo.Core.Tests.Search;

/// <summary>Words a person expects to be the same, and words that must stay apart.</summary>
public sealed class StemmingTests
{
    [Theory]
    [InlineData("lázeňství", "lázeňských", "lázeňský", "lázní", "lázně", "lázních", "lázeň", "lázeňskými")]
    [InlineData("silnice", "silnic", "silnici", "silnicích", "silniční", "silničních")]
    [InlineData("škola", "škol", "školách", "školy", "školní", "školství", "školského")]
    [InlineData("město", "měst", "města", "městech", "městský", "městských", "městům")]
    [InlineData("obec", "obcí", "obce", "obcích", "obecní", "obcím")]
    [InlineData("dotace", "dotací", "dotační", "dotačních", "dotacích")]
    [InlineData("cyklostezka", "cyklostezky", "cyklostezek", "cyklostezkách", "cyklostezce")]
    [InlineData("vzdělávání", "vzdělávacích", "vzdělávací", "vzdělávat")]
    [InlineData("voda", "vod", "vody", "vodní", "vodních", "vodách")]
    [InlineData("kraj", "kraje", "krajích", "krajský", "krajského", "krajům")]
    [InlineData("doprava", "dopravní", "dopravních", "dopravy")]
    [InlineData("rozvoj", "rozvoje", "rozvojový", "rozvojových")]
    [InlineData("sport", "sportovní", "sportu", "sportovních")]
    [InlineData("plán", "plánování", "plánovací", "plány")]
    [InlineData("dům", "domu", "domy", "domů")]
    [InlineData("zdravotnictví", "zdravotnický", "zdravotnických", "zdravotník")]
    [InlineData("turistika", "turistický", "turistických", "turistice")]
    [InlineData("program", "programu", "programy", "programech")]
    [InlineData("územní", "území", "územích")]
    public void Czech_forms_of_a_word_meet_with_and_without_diacritics(string written, params string[] forms)
    {
        foreach (var form in forms.Append(written))
        {
            var stem = Stemming.Stem(form, Language.Cs);
            foreach (var asked in forms.Append(written))
            {
                Assert.True(Stemming.Asked(asked, Language.Cs).Contains(stem), $"{asked} does not find {form} ({stem})");
                var folded = Folding.Fold(asked);
                Assert.True(Stemming.Asked(folded, Language.Cs).Contains(stem), $"{folded} ({string.Join(' ', Stemming.Asked(folded, Language.Cs))}) does not find {form} ({stem})");
            }
        }
    }

    [Theory]
    [InlineData("kraj", "krajina")]
    [InlineData("město", "místo")]
    [InlineData("voda", "vodítko")]
    [InlineData("škola", "skála")]
    [InlineData("obec", "obchod")]
    [InlineData("lázně", "láhev")]
    [InlineData("hospodářství", "hospoda")]
    public void Czech_words_of_other_meaning_stay_apart(string one, string other) =>
        Assert.DoesNotContain(Stemming.Stem(other, Language.Cs), Stemming.Asked(one, Language.Cs));

    [Theory]
    [InlineData("development", "developments")]
    [InlineData("schools", "school")]
    [InlineData("cities", "city")]
    [InlineData("financing", "finance")]
    public void English_forms_meet(string written, string asked) =>
        Assert.Contains(Stemming.Stem(written, Language.En), Stemming.Asked(asked, Language.En));

    [Theory]
    [InlineData("bäder", "baeder")]
    [InlineData("bäder", "bader")]
    [InlineData("straßen", "strasse")]
    [InlineData("gemeinden", "gemeinde")]
    [InlineData("städte", "staedten")]
    [InlineData("neuer", "neue")]
    public void German_forms_meet(string written, string asked) =>
        Assert.Contains(Stemming.Stem(written, Language.De), Stemming.Asked(asked, Language.De));

    [Fact]
    public void Words_are_cut_at_everything_but_letters_digits_and_the_points_of_codes() =>
        Assert.Equal(
            ["opatření", "4.2.1", "česko", "saské", "co2", "konec", "2021", "a", "b"],
            SplitWords.Of("Opatření 4.2.1. (Česko-saské) CO2\u0000 \uD83D\uDE00konec 2021+ a_b \uD800").Select(w => w.Text));
}
