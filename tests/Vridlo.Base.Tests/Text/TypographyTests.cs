using CsCheck;

namespace Vridlo.Base.Tests.Text;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("Růst kraje a života v kraji", "Růst kraje a_života v_kraji")]
    [InlineData("I v zimě", "I_v_zimě")]
    [InlineData("(s podporou)", "(s_podporou)")]
    [InlineData("dne 23. 11. 2026", "dne 23._11._2026")]
    [InlineData("1 860 Kč a 50 %", "1_860_Kč a_50_%")]
    [InlineData("12,5 mil. Kč", "12,5_mil. Kč")]
    [InlineData("zákon č. 250/2000 Sb., § 10c", "zákon č._250/2000 Sb., §_10c")]
    [InlineData("pás měst", "pás měst")]
    public void Czech_joins_what_belongs_together(string plain, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00a0'), Typography.Set(plain, Language.Cs));

    [Fact]
    public void English_words_of_one_letter_stay_loose() =>
        Assert.Equal("a spring in 3\u00a0km", Typography.Set("a spring in 3 km", Language.En));

    private static readonly Gen<string> Sentence =
        Gen.OneOfConst("a", "v", "kraji", "3", "km", "23.", "11.", "%", "Kč", " ", "  ", "§", "(s", "\u00a0").Array[0, 12].Select(w => string.Join(' ', w));

    [Fact]
    public void Setting_changes_only_spaces_and_setting_twice_changes_nothing_more() =>
        Gen.Select(Sentence, Gen.Enum<Language>()).Sample((text, language) =>
        {
            var set = Typography.Set(text, language);
            return set.Replace('\u00a0', ' ') == text.Replace('\u00a0', ' ') && Typography.Set(set, language) == set;
        });
}
