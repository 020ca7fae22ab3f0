using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Tests.Public;

public sealed class TextsTests
{
    private static readonly TextCatalogue Texts = new([typeof(ProgrammesModule).Assembly], strict: true);

    [Fact]
    public void Every_text_of_the_module_is_in_three_languages()
    {
        var missing = from key in Texts.Keys
                      where !key.EndsWith(".few", StringComparison.Ordinal)
                      from language in Enum.GetValues<Language>()
                      where Texts.Find(key, language) is null
                      select $"{key} ({language})";
        Assert.Empty(missing);
    }

    [Fact]
    public void Czech_plurals_are_complete() =>
        Assert.All(Texts.Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal)).Select(k => k[..^4]), k =>
        {
            Assert.NotNull(Texts.Find(k + ".other", Language.Cs));
            Assert.NotNull(Texts.Find(k + ".few", Language.Cs));
        });

    [Fact]
    public void Every_kind_has_its_word()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(Enum.GetNames<NodeKind>(), k => Assert.NotNull(Texts.Find("programmes.kind." + k.ToLowerInvariant(), language)));
            Assert.All(Enum.GetNames<InstrumentKind>(), k => Assert.NotNull(Texts.Find("programmes.instrument." + k.ToLowerInvariant(), language)));
        }
    }
}
