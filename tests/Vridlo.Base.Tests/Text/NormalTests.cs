using System.Text;

namespace Vridlo.Base.Tests.Text;

public sealed class NormalTests
{
    [Fact]
    public void Whatever_comes_gets_its_form()
    {
        // Not data of a theory: attributes keep no half of a pair.
        foreach (var (text, form) in new[] { ("e\u0301", "é"), ("a\uFFFEb", "a\uFFFDb"), ("\uD83D", "\uFFFD"), ("a\uDE00\uD83D", "a\uFFFD\uFFFD"), ("😀", "😀") })
        {
            Assert.Equal(form, Normal.Form(text, NormalizationForm.FormC));
        }
    }

    [Fact]
    public void What_cannot_be_compared_is_folded_all_the_same() => Assert.Equal("lazne \uFFFD", Folding.Fold("Lázně \uFFFE"));
}
