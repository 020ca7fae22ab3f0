using AngleSharp.Html.Parser;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed class ProseTests
{
    [Theory]
    [InlineData("První.\n\nDruhý.", "<p>První.</p>\n<p>Druhý.</p>")]
    [InlineData("řádek\ndalší", "<p>řádek<br />\ndalší</p>")]
    [InlineData("Podpoříme **terénní** a *pobytové* služby", "<p>Podpoříme <strong>terénní</strong> a <em>pobytové</em> služby</p>")]
    [InlineData("***", "<hr />")]
    [InlineData("- první\n- druhá", "<ul>\n<li>první</li>\n<li>druhá</li>\n</ul>")]
    [InlineData("[kraj](https://www.kr-karlovarsky.cz)", "<p><a href=\"https://www.kr-karlovarsky.cz\">kraj</a></p>")]
    public void The_marks_that_are_known_become_what_they_mean(string typed, string shown) => Assert.Equal(shown, Prose.Html(typed, Language.Cs));

    [Theory]
    [InlineData("# Nadpis")]
    [InlineData("> citát")]
    [InlineData("    odsazené")]
    [InlineData("a | b")]
    [InlineData("`kód`")]
    [InlineData("5 * 3 * 2")]
    [InlineData("<b>tučně</b> & spol.")]
    [InlineData("<script>vxrun()</script>")]
    public void Everything_else_stands_there_as_it_was_typed(string typed) =>
        Assert.Equal(typed.Trim().Replace('\u00a0', ' '), new HtmlParser().ParseDocument(Prose.Html(typed, Language.En)).Body!.TextContent.Replace('\u00a0', ' '));

    [Theory]
    [InlineData("[a](javascript:vxrun())")]
    [InlineData("[a](java\u0000script:vxrun())")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("![a](https://evil.example/x.png)")]
    [InlineData("![a](x\" onerror=\"vxrun())")]
    [InlineData("[a](https://ok.example \"x\" onclick=\"vxrun()\")")]
    [InlineData("**<img src=x onerror=vxrun()>**")]
    [InlineData("<https://ok.example><javascript:vxrun()>")]
    public void Nothing_runs_and_nothing_is_fetched(string typed)
    {
        var shown = new HtmlParser().ParseDocument(Prose.Html(typed, Language.Cs));
        Assert.Empty(shown.QuerySelectorAll("img, script, iframe, [onclick], [onerror], [style]"));
        Assert.All(shown.QuerySelectorAll("a"), a => Assert.StartsWith("https://", a.GetAttribute("href"), StringComparison.Ordinal));
    }
}
