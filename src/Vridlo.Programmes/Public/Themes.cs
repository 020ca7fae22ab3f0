using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public;

/// <summary>Joins the headings over achievements with the areas they name.</summary>
internal static class Themes
{
    /// <summary>The area of that name, or whose name begins with it (Životní prostředí → Životní prostředí a zemědělství); else null.</summary>
    public static Node? AreaOf(Node heading, IReadOnlyList<Node> tree)
    {
        var name = Name(heading);
        var areas = tree.Where(n => n.Kind is NodeKind.Area).ToList();
        return areas.Find(a => Name(a) == name) ?? areas.Find(a => Names(heading, a));
    }

    /// <summary>The achievements under a heading that names the area.</summary>
    public static IReadOnlyList<Node> AchievementsOf(Node area, IReadOnlyList<Node> tree)
    {
        var headings = tree.Where(n => n.Kind is NodeKind.Heading && Names(n, area)).ToList();
        return [.. tree.Where(n => n.Kind is NodeKind.Achievement && headings.Exists(h => h.Holds(n)))];
    }

    private static bool Names(Node heading, Node area) =>
        Name(heading) is { Length: > 0 } name && (Name(area) + " ").StartsWith(name + " ", StringComparison.Ordinal);

    private static string Name(Node node) => node.Title is null ? "" : Folding.Fold(node.Title.For(Language.Cs).Text);
}
