using System.Text;

namespace Vridlo.Base.Tests.Text;

public sealed class NormalTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("\uD83D", "\uFFFD")]
    [InlineData("a\uDE00\uD83D", "a\uFFFD\uFFFD")]
    [InlineData("😀", "😀")]
    public void Whatever_comes_gets_its_form(string text, string form) => Assert.Equal(form, Normal.Form(text, NormalizationForm.FormC));

    [Fact]
    public void What_cannot_be_compared_is_folded_all_the_same() => Assert.Equal("lazne \uFFFD", Folding.Fold("Lázně \uFFFE"));
}
