using CsCheck;
using Vridlo.Programmes.Drafting.Merging;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>What must be true of every merge, whatever the two sides have done.</summary>
public sealed class ThreeWayRules
{
    private const int Times = 20_000;

    [Fact]
    public void One_side_alone_is_taken_as_it_is() => AnyWording.Three.Sample(three =>
    {
        var (before, mine, theirs) = three;
        Same(mine, Quiet(before, mine, before));
        Same(theirs, Quiet(before, before, theirs));
        Same(mine, Quiet(before, mine, mine));
    }, iter: Times);

    [Fact]
    public void The_result_is_a_tree_whose_codes_are_unique() => AnyWording.Three.Sample(three =>
    {
        var merged = ThreeWay.Merge(three.Base, three.Mine, three.Theirs).Wording;
        var nodes = merged.Things.Keys.Where(Wording.IsNode).ToList();
        var reached = Reached(merged, Wording.Top).ToList();
        Assert.Equal(nodes.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
        Assert.Equal(nodes.Count, nodes.Select(n => merged[n]!["code"]).Distinct().Count());
        Assert.All(merged.Things, t => Assert.All(Wording.Needed(t.Key, t.Value), n => Assert.NotNull(merged[n])));
        Assert.All(nodes, n => Assert.Contains(n, merged.Below(merged[n]!.GetValueOrDefault("parent", ""))));
    }, iter: Times);

    [Fact]
    public void Nothing_is_lost() => AnyWording.Three.Sample(three =>
    {
        var (before, mine, theirs) = three;
        var merged = ThreeWay.Merge(before, mine, theirs);
        Kept(before, mine, theirs, merged);
        Kept(before, theirs, mine, merged);
    }, iter: Times);

    [Fact]
    public void What_both_changed_differently_is_a_conflict() => AnyWording.Three.Sample(three =>
    {
        var (before, mine, theirs) = three;
        var conflicts = ThreeWay.Merge(before, mine, theirs).Conflicts.Select(c => (c.Thing, c.Field)).ToHashSet();
        foreach (var key in before.Things.Keys.Union(mine.Things.Keys))
        {
            if (mine[key] is { } left && theirs[key] is { } right)
            {
                Assert.All(left.Keys.Union(right.Keys).Where(f => f != "activities"), field =>
                {
                    var (b, m, t) = (before[key]?.GetValueOrDefault(field), left.GetValueOrDefault(field), right.GetValueOrDefault(field));
                    Assert.True(m == b || t == b || m == t || conflicts.Contains((key, field)), $"{key} {field}");
                });
            }
            else if (before[key] is { } was && (mine[key] ?? theirs[key]) is { } stays && !Equal(was, stays))
            {
                Assert.Contains((key, ""), conflicts);
            }
        }
    }, iter: Times);

    [Fact]
    public void Changing_the_sides_changes_only_who_is_who() => AnyWording.Three.Sample(three =>
    {
        var (before, mine, theirs) = three;
        var (one, other) = (ThreeWay.Merge(before, mine, theirs), ThreeWay.Merge(before, theirs, mine));
        if (one.Conflicts.Concat(other.Conflicts).Any(c => c.Kind is ConflictKind.Ring or ConflictKind.Code or ConflictKind.Under))
        {
            // Which of two moves, or which of two codes, gives way depends on whose the draft is; what stays because of it does too.
            return;
        }

        Assert.Equal(one.Conflicts.Select(c => c with { Mine = c.Theirs, Theirs = c.Mine }), other.Conflicts);
        if (one.Conflicts.Count == 0)
        {
            Same(one.Wording, other.Wording);
        }
    }, iter: Times);

    /// <summary>What the generator makes must meet every kind of conflict, or the rules above would prove little.</summary>
    [Fact]
    public void Every_kind_of_conflict_is_met()
    {
        var met = new System.Collections.Concurrent.ConcurrentDictionary<ConflictKind, int>();
        AnyWording.Three.Sample(three =>
        {
            foreach (var conflict in ThreeWay.Merge(three.Base, three.Mine, three.Theirs).Conflicts)
            {
                met.AddOrUpdate(conflict.Kind, 1, (_, n) => n + 1);
            }
        }, iter: Times);
        Assert.Equal(Enum.GetValues<ConflictKind>(), met.Keys.Order());
    }

    /// <summary>Every change of one side that the other did not touch is in the result, or a conflict names it.</summary>
    private static void Kept(Wording before, Wording side, Wording other, Merged merged)
    {
        var conflicts = merged.Conflicts.Select(c => (c.Thing, c.Field)).ToHashSet();
        foreach (var (key, fields) in side.Things)
        {
            foreach (var (field, value) in fields.Where(f => before[key]?.GetValueOrDefault(f.Key) != f.Value && f.Key != "activities"))
            {
                var untouched = other[key]?.GetValueOrDefault(field) == before[key]?.GetValueOrDefault(field) || other[key] is null;
                Assert.True(!untouched || merged.Wording[key]?.GetValueOrDefault(field) == value || conflicts.Contains((key, field)), $"{key} {field}");
            }

            foreach (var added in Links(fields).Except(Links(before[key])))
            {
                Assert.True(merged.Wording[key] is { } now && Links(now).Contains(added), key);
            }
        }

        Assert.All(before.Things.Keys.Where(k => side[k] is null && merged.Wording[k] is not null), k => Assert.Contains((k, ""), conflicts));
        Assert.All(side.Things.Keys.Where(k => merged.Wording[k] is null), k => Assert.True(other[k] is null && before[k] is not null && Equal(before[k]!, side[k]!)));
        foreach (var (parent, order) in side.Children)
        {
            var shown = merged.Wording.Below(parent);
            var (here, before2) = (order.Where(shown.Contains).ToList(), before.Below(parent).Where(shown.Contains).Where(order.Contains).ToList());
            var theirOrder = other.Below(parent).Where(before2.Contains).ToList();
            var left = before2.Where(other.Below(parent).Contains).ToList();
            Assert.True(!theirOrder.SequenceEqual(left) || conflicts.Contains((parent, "order")) || shown.Where(here.Contains).SequenceEqual(here), $"order below {parent}");
        }
    }

    private static string[] Links(IReadOnlyDictionary<string, string>? fields) => fields?.GetValueOrDefault("activities")?.Split(' ') ?? [];

    private static bool Equal(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(f => b.GetValueOrDefault(f.Key) == f.Value);

    private static Wording Quiet(Wording before, Wording mine, Wording theirs)
    {
        var merged = ThreeWay.Merge(before, mine, theirs);
        Assert.Empty(merged.Conflicts);
        return merged.Wording;
    }

    private static void Same(Wording expected, Wording actual)
    {
        Assert.Equal(expected.Things.Keys.Order(StringComparer.Ordinal), actual.Things.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Things, t => Assert.Equal(
            t.Value.OrderBy(f => f.Key, StringComparer.Ordinal).Select(Sorted), actual[t.Key]!.OrderBy(f => f.Key, StringComparer.Ordinal).Select(Sorted)));
        Assert.Equal(expected.Children.Keys.Order(StringComparer.Ordinal), actual.Children.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Children, c => Assert.Equal(c.Value, actual.Below(c.Key)));
    }

    private static string Sorted(KeyValuePair<string, string> field) => $"{field.Key}={string.Join(' ', field.Value.Split(' ').Order(StringComparer.Ordinal))}";

    private static IEnumerable<string> Reached(Wording wording, string parent) => wording.Below(parent).SelectMany(n => Reached(wording, n).Prepend(n));
}
