using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>Finds which nodes of a new edition are nodes of the edition it follows.</summary>
internal static class Identities
{
    /// <summary>
    /// The identity of each node of <paramref name="nodes"/> that an earlier node has, by code. What the package says
    /// (<see cref="NodeContent.Was"/>) counts first, then the same kind with the same title, then the same kind and code
    /// with a title that shares at least half of its words. No identity is given twice. A node of which the package says that
    /// it was nothing is new, whatever it looks like.
    /// </summary>
    public static Dictionary<string, NodeId> Match(IReadOnlyList<NodeContent> nodes, IReadOnlyList<NodeRow> earlier)
    {
        var found = new Dictionary<string, NodeId>(StringComparer.Ordinal);
        var free = earlier.ToDictionary(e => e.Code, StringComparer.Ordinal);
        var open = nodes.SelectMany(Flat).Where(n => n.Was is not NodeContent.WasNothing).ToList();

        Take(node => node.Was is { } was && free.TryGetValue(was, out var row) ? row : null);
        Take(node => free.GetValueOrDefault(node.Code) is { } row && SameTitle(node, row) ? row : null);
        var byTitle = free.Values.Where(r => r.Title is not null).ToLookup(r => (r.Kind, Title(r.Title)));
        Take(node => node.Title is null ? null : byTitle[(node.Kind, Title(node.Title))].FirstOrDefault(r => free.ContainsKey(r.Code)));
        Take(node => node.Was is null && free.GetValueOrDefault(node.Code) is { } row && Alike(node, row) ? row : null);
        return found;

        void Take(Func<NodeContent, NodeRow?> match)
        {
            foreach (var node in open)
            {
                if (match(node) is { } row && found.TryAdd(node.Code, row.NodeId))
                {
                    free.Remove(row.Code);
                }
            }

            open.RemoveAll(n => found.ContainsKey(n.Code));
        }
    }

    public static IEnumerable<NodeContent> Flat(NodeContent node) => node.Children.SelectMany(Flat).Prepend(node);

    private static bool SameTitle(NodeContent node, NodeRow row) => node.Kind == row.Kind && Title(node.Title) == Title(row.Title);

    private static bool Alike(NodeContent node, NodeRow row)
    {
        var (left, right) = (Words(node.Title), Words(row.Title));
        return node.Kind == row.Kind && left.Intersect(right).Count() * 2 >= Math.Max(left.Count, right.Count);
    }

    private static HashSet<string> Words(Localized? title) => [.. Title(title).Split(' ')];

    private static string Title(Localized? title) => title is null ? "" : Folding.Fold(title.For(Language.Cs).Text);
}
