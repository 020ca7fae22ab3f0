using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Base.Lists;

namespace Vridlo.Ui.Tests.Lists;

public sealed class NarrowingTests
{
    private static readonly ListOf<string> List = new()
    {
        Name = "things",
        Id = SortKey<string>.By(t => t),
        Order = "name",
        Columns = [new("name", "ui.list.columns", t => t) { Sort = SortKey<string>.By(t => t) }],
        Filters =
        [
            new("area", "ui.list.filter", (rows, code) => code.StartsWith('4') ? rows.Where(t => t == code) : null)
            {
                Choices = [new("4", "", new("4 Lázeňství"))],
                Name = code => code == "4.2" ? new("4.2 Cestovní ruch") : null,
            },
        ],
    };

    [Theory]
    [InlineData("4", "4 Lázeňství")]
    [InlineData("4.2", "4.2 Cestovní ruch")]
    [InlineData("4.9", "4.9")]
    public void What_the_rows_are_narrowed_by_is_shown_and_sent_again(string given, string said)
    {
        using var page = new Page(Language.Cs);
        var chosen = Assert.Single(Shown(page, given).FindAll("select[name=area] option[selected]"));
        Assert.Equal((given, said), (chosen.GetAttribute("value"), chosen.TextContent));
    }

    [Fact]
    public void What_the_filter_refuses_is_not_offered()
    {
        using var page = new Page(Language.Cs);
        var shown = Shown(page, "5");
        Assert.Empty(shown.FindAll("option[selected]"));
        Assert.Equal(["", "4"], shown.FindAll("option").Select(o => o.GetAttribute("value")));
    }

    private static IRenderedComponent<Narrowing<string>> Shown(Page page, string given)
    {
        page.Services.AddSingleton(new Addresses([]));
        var address = ListAddress.Read(List, name => name == "area" ? given : null).Address;
        return page.Render<Narrowing<string>>(p => p.Add(n => n.List, List).Add(n => n.Address, address).Add(n => n.Path, "/veci"));
    }
}
