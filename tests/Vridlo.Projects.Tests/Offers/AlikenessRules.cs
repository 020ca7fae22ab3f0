using CsCheck;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Projects.Offers.Duplicates;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>Likeness is the same both ways round, whole to itself, and rises with what is shared.</summary>
public sealed class AlikenessRules
{
    private static readonly Gen<string> Word = Gen.OneOfConst("lávka", "Lávky", "cyklostezka", "OHŘE", "přes", "Dasnice", "škola", "oprava", "park", "u", "ČOV", "1. etapa", "");

    private static readonly Gen<Compared> Any = Gen.Select(
        Word.List[0, 6], Gen.OneOfConst(null, "00573124", "70891168"), Gen.OneOfConst("Obec Dasnice", "Dasnice", "Karlovarský kraj", ""), Gen.OneOfConst(null, "560332", "554961"),
        (words, number, bearer, place) => Compared.Of(string.Join(' ', words), number, bearer, place));

    [Fact]
    public void It_is_the_same_both_ways_round() => Gen.Select(Any, Any).Sample((one, other) =>
        Alikeness.Of(one, other) == Alikeness.Of(other, one) && Alikeness.Of(one, other).Name is >= 0 and <= 1);

    [Fact]
    public void What_has_a_name_is_like_itself_whatever_the_case_order_and_diacritics() => Any.Where(c => c.Title.Any(char.IsLetter)).Sample(one =>
        Alikeness.OfNames(one.Title, Folding.Fold(one.Title).ToUpperInvariant()) == 1
        && Alikeness.OfNames(one.Title, string.Join(' ', one.Title.Split(' ').Reverse())) == 1
        && Alikeness.Of(one, one).MayBeOne);

    [Theory]
    [InlineData("Lávka pro cyklisty přes Ohři u Dasnic", "Cyklistická lávka přes Ohři v Dasnicích", true)]
    [InlineData("Lávka pro cyklisty přes Ohři u Dasnic", "Oprava kanalizace v Dasnicích", false)]
    [InlineData("Zateplení základní školy", "Zateplení ZŠ", true)]
    [InlineData("Nákup hasičského vozu", "Rekonstrukce kulturního domu", false)]
    public void Of_one_bearer_and_place_another_wording_is_pointed_out_and_another_thing_is_not(string one, string other, bool pointed) =>
        Assert.Equal(pointed, Alikeness.Of(Compared.Of(one, "00573124", "Obec Dasnice", "560332"), Compared.Of(other, "00573124", "Dasnice", "560332")).MayBeOne);

    [Fact]
    public void Elsewhere_and_by_others_only_the_same_name_is_pointed_out()
    {
        var own = Compared.Of("Lávka přes Ohři", "00573124", "Obec Dasnice", "560332");
        Assert.True(Alikeness.Of(own, Compared.Of("Lávka přes Ohři", "70891168", "Karlovarský kraj", null)).MayBeOne);
        Assert.False(Alikeness.Of(own, Compared.Of("Lávka u školy", "70891168", "Karlovarský kraj", null)).MayBeOne);
        Assert.False(Alikeness.Of(own, Compared.Of("", null, "", null)).MayBeOne);
    }

    /// <summary>Even shares of any number of links sum to the whole.</summary>
    [Fact]
    public void Even_shares_sum_to_the_whole() => Gen.Int[1, 5].Sample(count =>
        new Money(NodeShare.Whole, default).Split([.. Enumerable.Repeat(1L, count)]).Sum(s => s.Minor) == NodeShare.Whole);
}
