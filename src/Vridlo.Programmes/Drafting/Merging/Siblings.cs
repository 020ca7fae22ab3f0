namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>Merges the order of the nodes below one node.</summary>
internal static class Siblings
{
    /// <summary>
    /// The nodes both sides have here stand in the order of the side that changed it; what only one side has here stands behind what
    /// it stood behind there.
    /// </summary>
    /// <returns>the order, and whether both sides agree on it or only one has changed it</returns>
    public static (IReadOnlyList<string> Order, bool Agreed) Merge(
        IReadOnlySet<string> here, IReadOnlyList<string> before, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
    {
        List<string> left = [.. mine.Where(here.Contains)], right = [.. theirs.Where(here.Contains)];
        var both = left.Intersect(right).ToHashSet(StringComparer.Ordinal);
        List<string> leftBoth = [.. left.Where(both.Contains)], rightBoth = [.. right.Where(both.Contains)];
        var (backbone, agreed) = Backbone([.. before.Where(both.Contains)], leftBoth, rightBoth);
        var (after, behind) = (Runs(left, both), Runs(right, both));
        List<string> order = [.. Between(""), .. backbone.SelectMany(n => Between(n).Prepend(n))];
        return (order, agreed);

        // Two runs at one place stand by their first node, whichever side they are from.
        IEnumerable<string> Between(string anchor) => new[] { after.GetValueOrDefault(anchor, []), behind.GetValueOrDefault(anchor, []) }
            .Where(run => run.Count > 0).OrderBy(run => run[0], StringComparer.Ordinal).SelectMany(run => run);
    }

    private static (List<string> Order, bool Agreed) Backbone(List<string> before, List<string> left, List<string> right)
    {
        if (left.SequenceEqual(right))
        {
            return (left, true);
        }

        var known = before.ToHashSet(StringComparer.Ordinal);
        var (kept, theirsKept) = (left.Where(known.Contains).SequenceEqual(before), right.Where(known.Contains).SequenceEqual(before));
        return (kept, theirsKept) switch
        {
            (true, false) => (right, true),
            (false, true) => (left, true),
            _ => (left, false),
        };
    }

    /// <summary>What only this side has here, by the node of both that it stands behind.</summary>
    private static Dictionary<string, List<string>> Runs(List<string> side, HashSet<string> both)
    {
        var (runs, anchor) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), "");
        foreach (var node in side)
        {
            if (both.Contains(node))
            {
                anchor = node;
            }
            else if (runs.TryGetValue(anchor, out var run))
            {
                run.Add(node);
            }
            else
            {
                runs[anchor] = [node];
            }
        }

        return runs;
    }
}
