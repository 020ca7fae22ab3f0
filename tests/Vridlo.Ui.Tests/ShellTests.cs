using Bunit;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed class ShellTests
{
    private static readonly Addresses Addresses = new([new("pokryti", "coverage", "abdeckung")]);

    private static Frame Frame(Language language) => new()
    {
        Owner = "Karlovarský kraj",
        Subtitle = "program <2021+>",
        Home = Addresses.In("/", language),
        Search = Addresses.In("/hledat", language),
        Languages = [.. Enum.GetValues<Language>().Select(l => new LanguageLink(l, Addresses.In("/pokryti", l)))],
        Navigation = [new("Program", "/"), new("Pokrytí", "/pokryti", Current: true)],
        Columns = [new("Data", [new("CSV", "/data.csv")])],
        Closing = ["Údaje k 23. 11. 2026"],
    };

    [Theory]
    [InlineData(Language.Cs, "Hlavní")]
    [InlineData(Language.En, "Main")]
    [InlineData(Language.De, "Hauptnavigation")]
    public void The_frame_has_its_landmarks_named_in_the_readers_language(Language language, string main)
    {
        using var page = new Page(language);
        var shell = page.Render<PublicShell>(p => p.Add(s => s.Frame, Frame(language)).AddChildContent("<p>text</p>"));

        Assert.Equal("text", shell.Find("main#content p").TextContent);
        Assert.Equal(main, shell.Find("header nav.v-nav").GetAttribute("aria-label"));
        Assert.Equal("#content", shell.Find("a.v-skip").GetAttribute("href"));
        Assert.Equal(Addresses.In("/hledat", language), shell.Find("form[role=search]").GetAttribute("action"));
        Assert.Equal("q", shell.Find($"form[role=search] label[for={shell.Find("input[type=search]").Id}] + input").GetAttribute("name"));
        var names = shell.FindAll("nav").Select(n => n.GetAttribute("aria-label")).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, Assert.NotNull);
    }

    [Fact]
    public void The_way_the_reader_stands_on_is_the_only_one_marked()
    {
        using var page = new Page(Language.Cs);
        var shell = page.Render<PublicShell>(p => p.Add(s => s.Frame, Frame(Language.Cs)));
        Assert.Equal("Pokrytí", Assert.Single(shell.FindAll(".v-nav [aria-current]")).TextContent);
    }

    [Fact]
    public void Other_languages_are_links_to_the_same_page_and_say_their_name_in_their_language()
    {
        using var page = new Page(Language.En);
        var shell = page.Render<PublicShell>(p => p.Add(s => s.Frame, Frame(Language.En)));
        var links = shell.FindAll(".v-lang a");
        Assert.Equal(["/pokryti", "/de/abdeckung"], links.Select(l => l.GetAttribute("href")));
        Assert.Equal(["cs – Čeština", "de – Deutsch"], links.Select(l => l.GetAttribute("aria-label")));
        Assert.Equal(["cs", "de"], links.Select(l => l.GetAttribute("hreflang")));
        Assert.Equal("en", shell.Find(".v-lang [aria-current]").TextContent);
    }

    [Fact]
    public void What_comes_from_data_is_escaped_and_nothing_is_styled_or_scripted_inline()
    {
        using var page = new Page(Language.Cs);
        var shell = page.Render<PublicShell>(p => p.Add(s => s.Frame, Frame(Language.Cs)));
        Assert.Contains("program &lt;2021+&gt;", shell.Markup, StringComparison.Ordinal);
        Assert.Empty(shell.FindAll("[style], script, [onclick]"));
    }

    [Fact]
    public void Marks_and_icons_refer_to_symbols_that_the_sprite_has()
    {
        using var page = new Page(Language.Cs);
        var sprite = page.Render<Sprite>();
        foreach (var state in Enum.GetValues<State>())
        {
            var mark = page.Render<StateMark>(p => p.Add(m => m.Value, state));
            Assert.NotEmpty(sprite.FindAll(mark.Find("use").GetAttribute("href")!));
            Assert.NotEqual("", mark.Find(".v-st").TextContent.Trim());
        }
    }

    [Theory]
    [InlineData(404, "There is no such page")]
    [InlineData(410, "There is no such page")]
    [InlineData(503, "Something failed on our side")]
    public void An_error_says_what_happened_and_leads_on(int status, string title)
    {
        using var page = new Page(Language.En);
        var error = page.Render<ErrorPage>(p => p.Add(e => e.Status, status).Add(e => e.Home, "/en").Add(e => e.Number, "abc-1"));
        Assert.Equal(title, error.Find("h1").TextContent);
        Assert.Equal("/en", error.Find("a").GetAttribute("href"));
        Assert.Contains("abc-1", error.Markup, StringComparison.Ordinal);
    }
}
