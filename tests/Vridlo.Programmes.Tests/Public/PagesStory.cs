using System.Net;
using AngleSharp.Dom;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Public;

/// <summary>The programme's public pages as a reader gets them: the shipped programme on the real server.</summary>
public sealed class PagesStory
{
    [Theory]
    [BothEngines]
    public async Task Home_tells_the_vision_the_goals_and_all_areas(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var home = await site.Page("/");

        Assert.StartsWith("Karlovarský kraj, ekonomicky prosperující", Words(home.QuerySelector(".v-vision")!), StringComparison.Ordinal);
        Assert.Equal(3, home.QuerySelectorAll(".v-goal").Length);
        var rows = home.QuerySelectorAll("#areas")[0].Closest("section")!.QuerySelectorAll("tbody tr");
        Assert.Equal(15, rows.Length);
        Assert.Equal("/programy/prkk-2021/3", rows[2].QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal(77, rows.Sum(r => r.QuerySelectorAll(".v-cells i").Length));
        Assert.Contains("Zastupitelstvo schválilo program", Words(home.QuerySelector("#news")!.Closest("section")!), StringComparison.Ordinal);
    }

    [Theory]
    [BothEngines]
    public async Task A_measure_shows_what_it_aims_at_what_it_needs_and_where_it_stands_in_the_document(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/programy/prkk-2021/4.2");

        Assert.Equal("Infrastruktura udržitelného cestovního ruchu", Words(page.QuerySelector("h1")!));
        Assert.Contains("vyhledávaná turistická destinace", Words(page.QuerySelector(".v-lead")!), StringComparison.Ordinal);
        Assert.Equal(["/programy/prkk-2021", "/programy/prkk-2021/4"], page.QuerySelectorAll(".gov-breadcrumbs a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["4.2.1", "4.2.2", "4.2.3"], page.QuerySelectorAll(".v-act .v-code").Select(Words));
        Assert.NotEmpty(page.QuerySelectorAll(".v-inst > li"));
        Assert.Contains(page.QuerySelectorAll(".v-source mark"), m => Words(m) == "Infrastruktura udržitelného cestovního ruchu");
        Assert.Equal("/programy/prkk-2021/4.1", page.QuerySelector("[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll(".v-line [datetime]").Length);

        var whole = page.QuerySelector(".v-source figcaption a")!.GetAttribute("href")!;
        var document = await site.Page(whole[..whole.IndexOf('#', StringComparison.Ordinal)]);
        Assert.Contains("Infrastruktura", Words(document.QuerySelector(whole[whole.IndexOf('#', StringComparison.Ordinal)..])!), StringComparison.Ordinal);
    }

    [Theory]
    [BothEngines]
    public async Task An_area_without_title_in_the_document_says_who_supplied_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/programy/prkk-2021/12");
        Assert.Equal("Doprava", Words(page.QuerySelector("h1")!));
        Assert.Contains("obrázkem", Words(page.QuerySelector("#document")!.Closest("section")!), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".v-feats a"), a => Words(a).Contains("CNG", StringComparison.Ordinal));
    }

    [Theory]
    [BothEngines]
    public async Task Coverage_holds_every_measure_and_every_activity(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/pokryti");
        Assert.Equal(77, page.QuerySelectorAll(".v-matrix .v-tile").Length);
        Assert.Equal(77 + 201, page.QuerySelectorAll("details tbody tr").Length);
        Assert.All(page.QuerySelectorAll(".v-tile"), t => Assert.Matches(@"^\d+\.\d+ .+: běží \d+ z\u00a0\d+ nástrojů\.", t.GetAttribute("title")!));
    }

    [Theory]
    [BothEngines]
    public async Task Achievements_stand_under_their_nine_headings(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/povedlo-se");
        Assert.Equal(9, page.QuerySelectorAll("main h2").Length);
        Assert.Equal(16, page.QuerySelectorAll(".v-feats li").Length);
    }

    [Theory]
    [BothEngines]
    public async Task The_same_pages_speak_three_languages_and_link_to_each_other(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var english = await site.Page("/en/programmes/prkk-2021/4.2");
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Infrastructure of sustainable tourism", Words(english.QuerySelector("h1")!));
        Assert.Equal("cs", english.QuerySelector(".v-source ol")!.GetAttribute("lang"));

        var german = await site.Page(english.QuerySelector(".v-lang [hreflang=de]")!.GetAttribute("href")!);
        Assert.Equal("de", german.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Maßnahme 4.2", Words(german.QuerySelector(".v-kicker")!), StringComparison.Ordinal);
    }

    [Theory]
    [BothEngines]
    public async Task An_edition_stays_readable_at_its_address_and_a_day_before_it_has_none(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.Equal("Schválené znění z roku 2021", Words((await site.Page("/programy/prkk-2021/vydani/2021")).QuerySelector("h1")!));
        Assert.Equal("Lázeňství", Words((await site.Page("/programy/prkk-2021/vydani/2021/3")).QuerySelector("h1")!));
        Assert.Equal("Lázeňství", Words((await site.Page("/programy/prkk-2021/3?k=2022-01-01")).QuerySelector("h1")!));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/programy/prkk-2021/3?k=2021-10-31")).StatusCode);
    }

    [Theory]
    [InlineData("/programy/neni/3")]
    [InlineData("/programy/prkk-2021/99.9")]
    [InlineData("/programy/prkk-2021/vydani/1999")]
    [InlineData("/programy/prkk-2021/dokument/99")]
    [InlineData("/programy/prkk-2021/srovnani?od=1999")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Tato stránka neexistuje", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pokryti")]
    [InlineData("/de/programme/prkk-2021/3")]
    [InlineData("/en/programmes/prkk-2021/vydani/2021")]
    public async Task Headings_do_not_jump_ids_are_unique_and_nothing_is_inline(string address)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Get(address);
        var page = await site.Page(answer.Headers.Location?.OriginalString ?? address);
        var levels = page.QuerySelectorAll("main :is(h1, h2, h3, h4)").Select(h => h.TagName[1] - '0').ToList();
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, -3, 1));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src]), [onclick]"));
        Assert.All(page.QuerySelectorAll("main a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
