using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Search;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Search;

public sealed class SearchTests
{
    private static readonly Act Test = new(Actor.System, "test", "a test");

    [Theory, BothEngines]
    public async Task The_shipped_programme_is_found_without_diacritics_and_in_other_forms(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var spa = await Find(world, "lazenstvi");
        Assert.Equal(("area", "3"), (spa.Hits[0].Kind.Key, spa.Hits[0].Code));
        var all = await All(world, "lazenstvi", pageSize: 20);
        Assert.Contains(all, h => h.Snippet is { } said && said.Pieces().Any(p => p is { Mark: true, Text: "lázeňských" }));
        Assert.Equal(all.Select(h => h.Path).ToHashSet(), (await All(world, "lázeňských", pageSize: 20)).Select(h => h.Path).ToHashSet());
    }

    [Theory, BothEngines]
    public async Task A_code_is_found_first_and_then_what_is_below_it(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        foreach (var text in new[] { "4.2", "opatření 4.2", "Opatreni 4.2." })
        {
            var found = await Find(world, text);
            Assert.Equal("4.2", found.Hits[0].Code);
        }

        Assert.Equal(["4.2", "4.2.1", "4.2.2", "4.2.3"], (await Find(world, "4.2")).Hits.Where(h => h.Path.StartsWith("/programy/prkk-2021/", StringComparison.Ordinal)).Take(4).Select(h => h.Code));
        Assert.Equal("8", (await Find(world, "8")).Hits[0].Code);
    }

    [Theory, BothEngines]
    public async Task Titles_come_before_other_text_and_areas_before_measures_before_activities(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var all = await All(world, "region", pageSize: 3);
        var inTitle = all.TakeWhile(h => h.Title.Marks.Count > 0).ToList();
        Assert.DoesNotContain(all.Skip(inTitle.Count), h => h.Title.Marks.Count > 0);
        Assert.True(inTitle.Count > 3);
        Assert.All(all, h => Assert.True(h.Title.Marks.Count > 0 || h.Snippet!.Marks.Count > 0));
        Assert.Equal(all.Count, all.Select(h => h.Path).Distinct().Count());
        Assert.Equal(all.Count, (await Find(world, "region")).Total);
    }

    [Theory, BothEngines]
    public async Task The_last_word_may_be_a_beginning_while_one_types(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.Contains((await Find(world, "cyklo", typing: true)).Hits, h => h.Title.Marks.Count > 0);
        var wider = await Find(world, "lázeňst");
        Assert.True(wider.Widened);
        Assert.Equal("3", wider.Hits[0].Code);
        Assert.False((await Find(world, "silnice")).Widened);
    }

    [Theory, BothEngines]
    public async Task Readers_of_other_languages_find_their_titles_and_the_czech_ones_that_have_no_translation(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var english = await Find(world, "balneological library", Language.En);
        var german = await Find(world, "Schulung Kurwesen", Language.De);
        Assert.All(english.Hits.Concat(german.Hits), h => Assert.NotEqual(Language.Cs, h.Language));
        Assert.True(english.Hits.Count > 0 && german.Hits.Count > 0);

        await Enter(world, Edition("a", new(2020, 1, 1), "Stavba mostu"));
        Assert.Equal(Language.Cs, Assert.Single((await Find(world, "most stavby", Language.En)).Hits).Language);
    }

    [Theory, BothEngines]
    public async Task Only_the_edition_in_force_is_found(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await Enter(world, Edition("a", new(2020, 1, 1), "Stavba mostu"));
        await Enter(world, Edition("b", new(2027, 1, 1), "Oprava lávky") with { Follows = "a" });
        Assert.Single((await Find(world, "most")).Hits);
        Assert.Empty((await Find(world, "lávka")).Hits);

        world.Clock.Now = Instant.FromUtc(2027, 1, 2, 0, 0);
        await world.In(services => services.GetRequiredService<RebuildSearch>().WhatIsDue(Test, default));
        Assert.Empty((await Find(world, "most")).Hits);
        Assert.Single((await Find(world, "lávka")).Hits);
    }

    [Theory, BothEngines]
    public async Task What_is_written_anew_is_found_as_before(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var before = await All(world, "podpora", pageSize: 50);
        var count = await world.In(services => services.GetRequiredService<RebuildSearch>().Everything(Test, null, default));
        Assert.True(count > 322);
        Assert.Equal(before.Select(h => h.Path), (await All(world, "podpora", pageSize: 50)).Select(h => h.Path));
    }

    [Theory, BothEngines]
    public async Task What_nobody_has_translated_is_found_by_its_czech_words_and_marked(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var measure = Assert.Single((await Find(world, "patologické", Language.En)).Hits, h => h.Path == "/programy/prkk-2021/8.4");
        Assert.Equal(Language.En, measure.Language);
        Assert.Contains("patologických", measure.Snippet!.Pieces().Where(p => p.Mark).Select(p => p.Text));
    }

    [Theory, BothEngines]
    public async Task Nothing_typed_is_an_error_and_every_hit_has_a_word_that_was_asked_for(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var piece = Gen.OneOf(
            Gen.OneOfConst("\"", "*", "NEAR(", ")", "-", " AND ", " NOT ", "'", ":", "\\", "\0", "\u202e", "\ud83d\ude00", "\ud800", "^", "{", "4.2", "škol", "podpora", "ß", "И", "%", "_", "e_"),
            Gen.String[0, 8]);
        await Gen.Select(piece.Array[0, 8], Gen.Bool, Gen.Enum<Language>()).SampleAsync(async (pieces, typing, reader) =>
        {
            var found = await Find(world, string.Concat(pieces), reader, typing);
            Assert.All(found.Hits, h => Assert.True(
                h.Title.Marks.Count > 0 || h.Snippet is { Marks.Count: > 0 } || (h.Code is not null && string.Concat(pieces).Contains(h.Code.Split('.')[0], StringComparison.OrdinalIgnoreCase))));
        }, iter: 150, threads: 1);
        Assert.Empty((await Find(world, new string('a', 100_000))).Hits);
        Assert.False((await Find(world, " \t ")).Asked);
    }

    [Fact]
    public async Task Both_engines_find_the_same_in_the_same_order()
    {
        await using var sqlite = await World.Shipped(Engine.Sqlite);
        if (Environment.GetEnvironmentVariable("VRIDLO_TEST_POSTGRES") is null)
        {
            Assert.Skip("no PostgreSQL");
        }

        await using var postgres = await World.Shipped(Engine.Postgres);
        foreach (var (text, typing) in new[] { ("region", false), ("podpora", false), ("kra", true), ("služby pro", true), ("4", false), ("3.", true), ("vzdělávání", false), ("voda", false) })
        {
            var (one, other) = (await Find(sqlite, text, typing: typing), await Find(postgres, text, typing: typing));
            Assert.True(one.Hits.Count > 0, text);
            Assert.Equal(one.Hits.Select(h => h.Path), other.Hits.Select(h => h.Path));
            Assert.Equal(one.Counts.Select(c => (c.Kind.Key, c.Count)), other.Counts.Select(c => (c.Kind.Key, c.Count)));
        }
    }

    private static Task<SearchAnswer> Find(
        World world, string text, Language reader = Language.Cs, bool typing = false) =>
        world.In(services => services.GetRequiredService<SearchThings>().Find(
            new() { Text = text, Reader = reader, LastIsBeginning = typing, KindNames = [("Opatření", "measure")] }, default));

    private static Task<List<SearchHit>> All(World world, string text, int pageSize) => world.In(async services =>
    {
        var all = new List<SearchHit>();
        SearchPlace? after = null;
        do
        {
            var page = await services.GetRequiredService<SearchThings>().Find(
                new() { Text = text, Reader = Language.Cs, Limit = pageSize, After = after }, default);
            all.AddRange(page.Hits);
            after = page.Next;
        }
        while (after is not null);
        return all;
    });

    private static Task Enter(World world, EditionContent content) => world.In(async services =>
    {
        Assert.True((await services.GetRequiredService<IProgrammeLedger>().Enter(content, default)).Ok);
        Assert.True(await services.GetRequiredService<AppDb>().Commit(Test, default));
    });

    private static EditionContent Edition(string code, LocalDate from, string title) => new()
    {
        Code = "obec",
        Kind = ProgrammeKind.Municipality,
        Territory = "554961",
        Title = new("Program obce"),
        Edition = code,
        EditionTitle = new("Vydání " + code),
        Status = EditionStatus.Approved,
        InForceFrom = from,
        Nodes = [new() { Kind = NodeKind.Area, Code = "1", Title = new("Oblast"), Children = [new() { Kind = NodeKind.Measure, Code = "1.1", Title = new(title) }] }],
    };
}
