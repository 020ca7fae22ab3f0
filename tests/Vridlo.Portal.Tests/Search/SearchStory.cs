using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Portal.Tests.Search;

/// <summary>Search as a reader gets it, over the shipped programme on the real server.</summary>
public sealed class SearchStory
{
    [Theory]
    [BothEngines]
    public async Task A_word_without_diacritics_finds_its_forms_marked_and_where_they_stand(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/hledani?q=lazenstvi");

        var first = page.QuerySelector(".v-found > li")!;
        Assert.Equal("/programy/prkk-2021/3", first.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal("Lázeňství", Words(first.QuerySelector("h3 mark")!));
        Assert.Contains("lázeňských", page.QuerySelectorAll(".v-found mark").Select(Words));
        Assert.EndsWith(" výsledků", Words(page.QuerySelector(".v-find__count")!), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".gov-tabs a"), a => Words(a) == "Opatření7");
        var measures = await site.Page(page.QuerySelectorAll(".gov-tabs a").Single(a => Words(a) == "Opatření7").GetAttribute("href")!);
        Assert.Equal(7, measures.QuerySelectorAll(".v-found > li").Length);
        Assert.Contains("Opatření 3.8 PRKK 2021+ › Lázeňství", measures.QuerySelectorAll(".v-found__where").Select(Words));
    }

    [Theory]
    [BothEngines]
    public async Task All_results_can_be_turned_over_and_each_stands_once(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var seen = new List<string>();
        var address = "/hledani?q=podpora";
        while (address is not null)
        {
            var page = await site.Page(address);
            seen.AddRange(page.QuerySelectorAll(".v-found h3 a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            Assert.True(seen.Count <= 1000);
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.StartsWith($"{seen.Count} výsl", Words((await site.Page("/hledani?q=podpora")).QuerySelector(".v-find__count")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hledani", "Jak hledat")]
    [InlineData("/hledani?q=qqqqq", "Na dotaz „qqqqq“ nic neodpovídá")]
    [InlineData("/hledani?q=Karlowy%20Vary", "Neměli jste na mysli: karlovy vary")]
    [InlineData("/hledani?q=vary%20karlowy", "Neměli jste na mysli: vary karlovy")]
    [InlineData("/en/search?q=qqqqq", "Nothing matches “qqqqq”")]
    [InlineData("/de/suche?q=Karlsbad", "1 Ergebnis")]
    [InlineData("/hledani?q=cyklo", "Celé slovo se nikde nevyskytuje")]
    [InlineData("/hledani?q=podpora&druh=nonsense&za=%22", "Vše")]
    public async Task What_is_not_found_gets_an_answer_that_helps(string address, string says)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        Assert.Contains(says, Words((await site.Page(address)).QuerySelector("main")!), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("%22")]
    [InlineData("*")]
    [InlineData("NEAR(a%20b)")]
    [InlineData("a%20OR%20(")]
    [InlineData("-x")]
    [InlineData("%01%02")]
    [InlineData("%E2%80%AE%F0%9F%98%80")]
    [InlineData("%FF%FE")]
    [InlineData("'%3B--")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Nothing_typed_breaks_the_page_or_the_interface(string typed)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        Assert.DoesNotContain("alert(1)</script>", (await site.Page("/hledani?q=" + typed)).Source.Text, StringComparison.Ordinal);
        using var answer = await site.Get("/api/v1/search?prefix=true&q=" + typed);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_null_character_in_an_address_is_refused_in_words_before_anybody_reads_it()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var page = await site.Get("/en/search?q=a%00b");
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("<html lang=\"en\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var answer = await site.Get("/api/v1/search?q=a%00b");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [BothEngines]
    public async Task The_interface_answers_while_one_types_and_in_the_readers_language(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var hits = (await Json(site, "/api/v1/search?q=mea&lang=en&limit=8&prefix=true")).GetProperty("hits");
        Assert.InRange(hits.GetArrayLength(), 1, 8);
        Assert.StartsWith("/en/", hits[0].GetProperty("address").GetString(), StringComparison.Ordinal);

        var found = await Json(site, "/api/v1/search?q=opatření%204.2");
        Assert.Equal("4.2", found.GetProperty("hits")[0].GetProperty("code").GetString());
        Assert.Equal("Opatření", found.GetProperty("hits")[0].GetProperty("kindName").GetString());
        Assert.Equal("/obce/554961", (await Json(site, "/api/v1/search?q=karlovy%20vary&kind=municipality")).GetProperty("hits")[0].GetProperty("address").GetString());
    }

    [Fact]
    public async Task Wrong_parameters_are_refused_each_by_its_name()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Get("/api/v1/search?q=a&limit=0&lang=xx&kind=nonsense&after=zzz");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(["lang", "kind", "limit", "after"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Theory]
    [BothEngines]
    public async Task What_is_entered_is_found_at_once_even_on_a_page_that_was_kept(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.Empty((await site.Page("/hledani?q=podmostí")).QuerySelectorAll(".v-found > li"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var ledger = scope.ServiceProvider.GetRequiredService<IProgrammeLedger>();
            Assert.True((await ledger.Enter(Town, default)).Ok);
            Assert.True(await scope.ServiceProvider.GetRequiredService<AppDb>().Commit(new(Actor.System, "test", "a test"), default));
        }

        var hit = Assert.Single((await site.Page("/hledani?q=podmostí")).QuerySelectorAll(".v-found > li"));
        Assert.Equal("Opatření 1.1 Program města › Město", Words(hit.QuerySelector(".v-found__where")!));
    }

    private static EditionContent Town => new()
    {
        Code = "mesto",
        Kind = ProgrammeKind.Municipality,
        Territory = "554961",
        Title = new("Program města"),
        Edition = "1",
        EditionTitle = new("Vydání"),
        Status = EditionStatus.Approved,
        InForceFrom = new(2020, 1, 1),
        Nodes = [new() { Kind = NodeKind.Area, Code = "1", Title = new("Město"), Children = [new() { Kind = NodeKind.Measure, Code = "1.1", Title = new("Úprava podmostí") }] }],
    };

    private static async Task<JsonElement> Json(Site site, string address)
    {
        using var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static string Words(INode element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
