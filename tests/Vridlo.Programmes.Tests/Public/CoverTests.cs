using CsCheck;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Public;
using Vridlo.Ui;

namespace Vridlo.Programmes.Tests.Public;

public sealed class CoverTests
{
    private static readonly IReadOnlyList<Node> Tree = Trees.Grow(
        new(1, NodeKind.Area, 0, "Lázeňství"),
        new(2, NodeKind.Measure, 1, "Věda"),
        new(3, NodeKind.Activity, 2, "výzkum"),
        new(4, NodeKind.Activity, 2, "obnova"),
        new(5, NodeKind.Measure, 1, "Zdroje"),
        new(6, NodeKind.Measure, 0, "Bez oblasti"),
        new(7, NodeKind.Activity, 1, "sama"));

    [Fact]
    public void A_measure_is_covered_as_far_as_its_instruments_work()
    {
        var science = Trees.Need(Tree[1], true, Tree[2].Code);
        var waiting = Trees.Need(Tree[1], false, Tree[3].Code);
        var measures = CoverOfArea.Of(Tree, [science, waiting])[0].Measures;

        Assert.Equal(Cover.Part, measures[0].State);
        Assert.Equal(1, measures[0].Served);
        Assert.Equal(2, measures[0].Activities.Count);
        Assert.Equal(Cover.Unstated, measures[1].State);
        Assert.Equal(Cover.Full, CoverOfArea.Of(Tree, [science])[0].Measures[0].State);
        Assert.Equal(Cover.None, CoverOfArea.Of(Tree, [waiting])[0].Measures[0].State);
    }

    [Fact]
    public void Measures_without_area_stand_in_a_group_of_their_own()
    {
        var areas = CoverOfArea.Of(Tree, []);
        Assert.Equal([Tree[0], null], areas.Select(a => a.Area));
        Assert.Equal("Bez oblasti", Assert.Single(areas[1].Measures).Measure.Title!.Cs);
        Assert.Equal(1, areas[1].Activities);
    }

    [Fact]
    public void No_measure_is_lost_and_none_counted_twice_in_any_tree() => Trees.Any.Sample(tree =>
    {
        var measures = CoverOfArea.Of(tree, []).SelectMany(a => a.Measures).Select(m => m.Measure).ToList();
        return measures.Distinct().Count() == measures.Count && measures.Count == tree.Count(n => n.Kind is NodeKind.Measure);
    });

    [Theory]
    [InlineData("Zdravotnictví", "Zdravotnictví")]
    [InlineData("Životní prostředí", "Životní prostředí a zemědělství")]
    [InlineData("Život", null)]
    public void A_heading_over_achievements_finds_the_area_it_names(string heading, string? area)
    {
        var tree = Trees.Grow(
            new(1, NodeKind.Area, 0, "Životní prostředí a zemědělství"),
            new(2, NodeKind.Area, 0, "Zdravotnictví"),
            new(3, NodeKind.Heading, 0, heading),
            new(4, NodeKind.Achievement, 1, "hospic"));
        Assert.Equal(area, Themes.AreaOf(tree[2], tree)?.Title?.Cs);
        foreach (var one in tree.Where(n => n.Kind is NodeKind.Area))
        {
            Assert.Equal(one.Title!.Cs == area ? 1 : 0, Themes.AchievementsOf(one, tree).Count);
        }
    }
}
