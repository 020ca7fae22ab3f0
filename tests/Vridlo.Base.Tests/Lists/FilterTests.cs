using Vridlo.Base.Lists;

namespace Vridlo.Base.Tests.Lists;

public sealed class FilterTests
{
    private static readonly Filter<string> Area = new("area", "area", (rows, code) => rows.Where(r => r == code))
    {
        Choices = [new("4", "", new("4 Lázeňství")), new("none", "area.none")],
        Name = code => code == "4.2" ? new("4.2 Cestovní ruch") : null,
    };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    public void Offers_its_choices(string? given) => Assert.Same(Area.Choices, Area.Offered(given));

    [Fact]
    public void Offers_a_value_that_is_none_of_its_choices_too_by_its_name_or_as_it_is()
    {
        Assert.Equal([.. Area.Choices, new FilterChoice("4.2", "", new("4.2 Cestovní ruch"))], Area.Offered("4.2"));
        Assert.Equal(new FilterChoice("4.9", "", new("4.9")), Area.Offered("4.9")[^1]);
    }

    [Fact]
    public void A_word_in_capitals_is_called_as_the_word_is() => Assert.Equal(new FilterChoice("NONE", "area.none"), Area.Offered("NONE")[^1]);

    [Fact]
    public void Where_anything_may_be_typed_nothing_is_offered() => Assert.Empty(new Filter<string>("q", "q", (rows, _) => rows).Offered("most"));
}
