using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public.Editions;

/// <summary>What differs between two editions, node by node; nodes are matched by their identity, never by their words.</summary>
/// <param name="Added">only in the later</param>
/// <param name="Dropped">only in the earlier</param>
/// <param name="Moved">in both under another code or under another node</param>
/// <param name="Reworded">in both with other words</param>
/// <param name="Same">how many nodes are in both alike</param>
internal sealed record Comparison(
    IReadOnlyList<Node> Added, IReadOnlyList<Node> Dropped, IReadOnlyList<Pair> Moved, IReadOnlyList<Pair> Reworded, int Same)
{
    public bool Equal => Added.Count + Dropped.Count + Moved.Count + Reworded.Count == 0;

    public static Comparison Of(EditionDifference found)
    {
        var shown = Of(found.Earlier, found.Later);
        return shown with { Same = shown.Same + found.Alike };
    }

    /// <summary>Compares nodes of two editions; each list holds, of every node in it, all nodes above.</summary>
    public static Comparison Of(IReadOnlyList<Node> earlier, IReadOnlyList<Node> later)
    {
        var before = earlier.ToDictionary(n => n.Id);
        var after = later.Select(n => n.Id).ToHashSet();
        var (above, belowNow) = (Parents(earlier), Parents(later));
        List<Pair> pairs = [.. later.Where(n => before.ContainsKey(n.Id)).Select(n => new Pair(before[n.Id], n))];
        bool Moves(Pair p) => p.Before.Code != p.After.Code || above[p.Before.Id] != belowNow[p.After.Id];
        bool Changes(Pair p) => p.Texts.Any();
        return new(
            [.. later.Where(n => !before.ContainsKey(n.Id))],
            [.. earlier.Where(n => !after.Contains(n.Id))],
            pairs.FindAll(Moves),
            pairs.FindAll(Changes),
            pairs.Count(p => !Moves(p) && !Changes(p)));
    }

    /// <summary>The node above each node; the tree is in the order of the document, so one pass with the path will do.</summary>
    private static Dictionary<NodeId, NodeId?> Parents(IReadOnlyList<Node> tree)
    {
        var parents = new Dictionary<NodeId, NodeId?>(tree.Count);
        var path = new Stack<Node>();
        foreach (var node in tree)
        {
            while (path.TryPeek(out var top) && !top.Holds(node))
            {
                path.Pop();
            }

            parents[node.Id] = path.TryPeek(out var parent) ? parent.Id : null;
            path.Push(node);
        }

        return parents;
    }
}

/// <summary>The same node in two editions.</summary>
internal sealed record Pair(Node Before, Node After)
{
    /// <summary>
    /// The texts that differ: field, language, before and after. Compared is the wording in which programmes are approved:
    /// Czech, or the first language in which either edition says anything.
    /// </summary>
    public IEnumerable<(string Field, Language Language, string Before, string After)> Texts
    {
        get
        {
            foreach (var (name, was, now) in ((string, Localized?, Localized?)[])
                [("title", Before.Title, After.Title), ("change", Before.Change, After.Change), ("text", Before.Text, After.Text)])
            {
                var language = Enum.GetValues<Language>().FirstOrDefault(l => was?[l] is not null || now?[l] is not null);
                var (left, right) = (was?[language] ?? "", now?[language] ?? "");
                if (left != right)
                {
                    yield return (name, language, left, right);
                }
            }
        }
    }
}
