using Bunit;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed class ShowTests
{
    [Fact]
    public void A_text_in_the_readers_language_carries_no_mark()
    {
        using var page = new Page(Language.De);
        Assert.Equal("Bäderwesen", page.Render<Fallback>(p => p.Add(f => f.Text, new("Lázeňství", de: "Bäderwesen"))).Markup.Trim());
    }

    [Theory]
    [InlineData(Language.En, "in Czech")]
    [InlineData(Language.De, "nur Tschechisch")]
    public void A_missing_translation_falls_back_to_Czech_and_says_so(Language language, string mark)
    {
        using var page = new Page(language);
        var shown = page.Render<Fallback>(p => p.Add(f => f.Text, new("Voda v kraji")));
        Assert.Equal("Voda v\u00a0kraji", shown.Find("span[lang=cs]").TextContent);
        Assert.Equal(mark, shown.Find("small").TextContent);
    }

    [Fact]
    public void A_Czech_reader_of_an_English_text_is_told_too()
    {
        using var page = new Page(Language.Cs);
        var shown = page.Render<Fallback>(p => p.Add(f => f.Text, new(null, "Spa")));
        Assert.Equal("Spa", shown.Find("span[lang=en]").TextContent);
        Assert.Equal("anglicky", shown.Find("small").TextContent);
    }

    [Fact]
    public void A_difference_is_marked_for_eyes_and_for_screen_readers_and_escaped()
    {
        using var page = new Page(Language.Cs);
        var diff = page.Render<Diff>(p => p.Add(d => d.Parts,
            [new(Change.Same, "rozvoj "), new(Change.Removed, "<lázní>"), new(Change.Added, "lázeňství")]));
        Assert.Equal("[vypuštěno: <lázní>]", diff.Find("del").TextContent);
        Assert.Equal("[přidáno: lázeňství]", diff.Find("ins").TextContent);
        Assert.StartsWith("rozvoj ", diff.Find(".v-diff").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_tells_in_words_what_it_draws()
    {
        using var page = new Page(Language.Cs);
        var tile = page.Render<MatrixTile>(p => p.Add(t => t.Code, "4.2").Add(t => t.Name, "Infrastruktura").Add(t => t.Href, "/4.2")
            .Add(t => t.Instruments, [new("registr", true), new("dotace", false), new("projekt", false)]));
        Assert.Equal("4.2 Infrastruktura: běží 1 z\u00a03 nástrojů. Chybí: dotace, projekt", tile.Find("a").GetAttribute("title"));
        Assert.Equal("33%", tile.Find(".v-tile__fill rect").GetAttribute("width"));
        Assert.Equal("part", tile.Find("a").GetAttribute("data-c"));
    }

    [Theory]
    [InlineData(new bool[0], "none", "0")]
    [InlineData(new[] { false }, "none", "0%")]
    [InlineData(new[] { true, true }, "full", "100%")]
    public void A_tile_is_empty_or_full_at_the_ends(bool[] works, string cover, string share)
    {
        using var page = new Page(Language.En);
        var tile = page.Render<MatrixTile>(p => p.Add(t => t.Code, "1.1").Add(t => t.Name, "x").Add(t => t.Href, "/")
            .Add(t => t.Instruments, [.. works.Select(w => new TileInstrument("i", w))]));
        Assert.Equal(cover, tile.Find("a").GetAttribute("data-c"));
        Assert.Equal(share, tile.Find("rect").GetAttribute("width"));
    }

    [Fact]
    public void A_strip_knows_the_neighbours_of_where_one_stands()
    {
        using var page = new Page(Language.Cs);
        var strip = page.Render<NodeStrip>(p => p.Add(s => s.Label, "15 oblastí").Add(s => s.Places,
            [new("1", "Image", "/1"), new("2", "Hospodářství", "/2", Current: true), new("3", "Lázeňství", "/3")]));
        Assert.Equal("/1", strip.Find("[rel=prev]").GetAttribute("href"));
        Assert.Equal("/3", strip.Find("[rel=next]").GetAttribute("href"));
        Assert.Equal("2", strip.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void A_source_shows_its_lines_with_numbers_and_marks_only_its_own()
    {
        using var page = new Page(Language.Cs);
        var source = page.Render<SourceText>(p => p.Add(s => s.Lines, [new(12, "před", false), new(13, "opatření & spol.", true)]));
        Assert.Equal("opatření & spol.", Assert.Single(source.FindAll("mark")).TextContent);
        Assert.Equal("line-13", source.Find("[data-own]").Id);
        Assert.Equal("cs", source.Find("ol").GetAttribute("lang"));
    }

    [Fact]
    public void A_timeline_tells_decisions_from_changes_without_colour()
    {
        using var page = new Page(Language.En);
        var line = page.Render<Timeline>(p => p.Add(t => t.Entries,
            [new("1 May 2026", "2026-05-01", "Reworded"), new("1 May 2021", "2021-05-01", "Approved", Decision: true)]));
        Assert.Equal(["change: ", "decision: "], line.FindAll(".v-hide").Select(h => h.TextContent));
        Assert.Equal("2021-05-01", line.Find("[data-k=dec] time").GetAttribute("datetime"));
    }

    [Fact]
    public void A_tree_shows_leaves_plainly_and_branches_as_details()
    {
        using var page = new Page(Language.Cs);
        var tree = page.Render<Tree>(p => p.Add(t => t.Items,
            [new("1", new("Image"), "/1", [new("1.1", new("Značka"), "/1.1", [])], Open: true), new("2", null, "/2", [])]));
        Assert.Equal("/1.1", tree.Find("li > details[open] > ul a").GetAttribute("href"));
        Assert.Equal("2", tree.FindAll("ul.v-tree > li > .v-tree__line a")[^1].TextContent);
    }
}
