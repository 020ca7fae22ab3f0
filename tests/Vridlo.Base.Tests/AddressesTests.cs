using CsCheck;

namespace Vridlo.Base.Tests;

public sealed class AddressesTests
{
    private static readonly Addresses Addresses = new([new("programy", "programmes", "programme"), new("pokryti", "coverage", "abdeckung")]);

    [Theory]
    [InlineData("/", Language.En, "/en")]
    [InlineData("/", Language.Cs, "/")]
    [InlineData("/programy/prkk-2021/4.2", Language.En, "/en/programmes/prkk-2021/4.2")]
    [InlineData("/programy/prkk-2021/pokryti?as-of=2021-11-01#m", Language.De, "/de/programme/prkk-2021/abdeckung?as-of=2021-11-01#m")]
    public void An_address_is_written_in_the_words_of_its_language(string path, Language language, string address) =>
        Assert.Equal(address, Addresses.In(path, language));

    [Fact]
    public void Reading_an_address_gives_back_the_language_and_the_czech_path()
    {
        var part = Gen.OneOfConst("programy", "pokryti", "prkk-2021", "4.2", "x");
        Gen.Select(part.Array[0, 5], Gen.Enum<Language>()).Sample((parts, language) =>
        {
            var path = "/" + string.Join('/', parts);
            Assert.Equal((language, path), Addresses.Read(Addresses.In(path, language)));
        });
    }

    [Fact]
    public void What_only_begins_like_a_language_is_a_czech_path() =>
        Assert.Equal((Language.Cs, "/energie"), Addresses.Read("/energie"));
}
