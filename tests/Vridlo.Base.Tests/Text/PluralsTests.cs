using CsCheck;

namespace Vridlo.Base.Tests.Text;

public sealed class PluralsTests
{
    [Theory]
    [InlineData(0, PluralForm.Other)]
    [InlineData(1, PluralForm.One)]
    [InlineData(2, PluralForm.Few)]
    [InlineData(4, PluralForm.Few)]
    [InlineData(5, PluralForm.Other)]
    [InlineData(11, PluralForm.Other)]
    [InlineData(21, PluralForm.Other)]
    [InlineData(101, PluralForm.Other)]
    [InlineData(-3, PluralForm.Few)]
    public void Czech_counts_like_the_grammar(long count, PluralForm form) => Assert.Equal(form, Plurals.Of(count, Language.Cs));

    [Fact]
    public void English_and_German_know_only_one_and_other() => Gen.OneOf(Gen.Long, Gen.Long[-9, 9]).Sample(n =>
    {
        var form = Plurals.Of(n, Language.En);
        return form == Plurals.Of(n, Language.De) && form == (n is 1 or -1 ? PluralForm.One : PluralForm.Other);
    });

    [Fact]
    public void Czech_few_is_exactly_two_to_four_whatever_the_sign() => Gen.OneOf(Gen.Long, Gen.Long[-9, 9]).Sample(n =>
        (Plurals.Of(n, Language.Cs) == PluralForm.Few) == (n is (>= 2 and <= 4) or (>= -4 and <= -2)));

    [Fact]
    public void Decimals_shown_make_many_in_Czech_even_when_they_are_zero()
    {
        Assert.Equal(PluralForm.Many, Plurals.Of(1.0m, 1, Language.Cs));
        Assert.Equal(PluralForm.One, Plurals.Of(1.0m, 0, Language.Cs));
        Assert.Equal(PluralForm.Other, Plurals.Of(1.0m, 1, Language.En));
    }

    [Fact]
    public void The_smallest_long_does_not_overflow() => Assert.Equal(PluralForm.Other, Plurals.Of(long.MinValue, Language.Cs));
}
