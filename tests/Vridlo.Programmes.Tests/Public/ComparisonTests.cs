using CsCheck;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Public.Editions;
using Vridlo.Ui;

namespace Vridlo.Programmes.Tests.Public;

public sealed class ComparisonTests
{
    private static readonly IReadOnlyList<Node> Earlier = Trees.Grow(
        new(1, NodeKind.Area, 0, "Voda"),
        new(2, NodeKind.Measure, 1, "Čistá voda"),
        new(3, NodeKind.Measure, 1, "Rybníky"),
        new(4, NodeKind.Area, 0, "Les"));

    [Fact]
    public void An_edition_equals_itself() => Assert.True(Comparison.Of(Earlier, Earlier).Equal);

    [Fact]
    public void Added_dropped_moved_and_reworded_are_told_apart_by_identity()
    {
        var later = Trees.Grow(
            new(1, NodeKind.Area, 0, "Voda"),
            new(2, NodeKind.Measure, 1, "Čistá pitná voda"),
            new(4, NodeKind.Area, 0, "Les"),
            new(9, NodeKind.Measure, 1, "Sady"));
        var found = Comparison.Of(Earlier, later);

        Assert.Equal("Sady", Assert.Single(found.Added).Title!.Cs);
        Assert.Equal("Rybníky", Assert.Single(found.Dropped).Title!.Cs);
        Assert.Equal(("4", "3"), Assert.Single(found.Moved) is var moved ? (moved.Before.Code, moved.After.Code) : default);
        Assert.Equal(("title", Language.Cs, "Čistá voda", "Čistá pitná voda"), Assert.Single(Assert.Single(found.Reworded).Texts));
        Assert.Equal(1, found.Same);
    }

    [Fact]
    public void A_translation_added_or_lost_is_no_rewording()
    {
        var translated = Earlier.Select(n => n with { Title = n.Title!.With(Language.En, "Water") }).ToList();
        Assert.True(Comparison.Of(Earlier, translated).Equal);
    }

    [Fact]
    public void A_text_that_only_a_translation_still_holds_is_shown_as_dropped()
    {
        var before = Earlier[0] with { Change = new("Čistší voda", "Cleaner water") };
        var after = Earlier[0] with { Change = new(null, "Cleaner water") };
        Assert.Equal(("change", Language.Cs, "Čistší voda", ""), Assert.Single(new Pair(before, after).Texts));
    }

    [Fact]
    public void A_node_under_another_parent_has_moved_even_when_its_code_stays()
    {
        var later = Trees.Grow(
            new(4, NodeKind.Area, 0, "Les"),
            new(2, NodeKind.Measure, 1, "Čistá voda"),
            new(3, NodeKind.Measure, 1, "Rybníky"),
            new(1, NodeKind.Area, 0, "Voda"));
        Assert.Contains(Comparison.Of(Earlier, later).Moved, p => p.After.Title!.Cs == "Čistá voda" && p.Before.Code == p.After.Code);
    }

    [Fact]
    public void Every_node_of_both_editions_is_accounted_for() => Gen.Select(Trees.Any, Trees.Any).Sample((earlier, later) =>
    {
        var found = Comparison.Of(earlier, later);
        var both = earlier.Select(n => n.Id).Intersect(later.Select(n => n.Id)).Count();
        var changed = found.Moved.Concat(found.Reworded).Select(p => p.After.Id).Distinct().Count();
        return found.Added.Count == later.Count - both && found.Dropped.Count == earlier.Count - both && found.Same == both - changed;
    });

    [Fact]
    public void Words_are_compared_as_words()
    {
        var parts = WordDiff.Of("rozvoj lázní, měst a obcí", "rozvoj lázeňských měst a obcí");
        Assert.Equal(
            [(Change.Same, "rozvoj "), (Change.Removed, "lázní, "), (Change.Added, "lázeňských "), (Change.Same, "měst a obcí")],
            parts.Select(p => (p.Change, p.Text)));
    }

    [Fact]
    public void Both_texts_can_be_read_back_from_the_difference()
    {
        var text = Gen.OneOfConst("voda", "lázně", ",", " ", "  ", "č. 4", "–", "v\u00a0kraji", "🌲").Array[0, 12].Select(string.Concat);
        Gen.Select(text, text).Sample((before, after) =>
        {
            var parts = WordDiff.Of(before, after);
            return string.Concat(parts.Where(p => p.Change is not Change.Added).Select(p => p.Text)) == before
                && string.Concat(parts.Where(p => p.Change is not Change.Removed).Select(p => p.Text)) == after
                && parts.All(p => p.Text.Length > 0);
        });
    }
}
