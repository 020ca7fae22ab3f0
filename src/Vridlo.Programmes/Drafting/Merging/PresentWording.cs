using System.Security.Cryptography;
using System.Text;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>What a draft says now of what a conflict is about: it goes on being edited until somebody decides.</summary>
internal static class PresentWording
{
    /// <summary>The field as text, as a conflict keeps it; null when it says nothing, or its thing is there no more.</summary>
    public static string? Of(DraftTree tree, DraftConflict conflict) => conflict.Kind is ConflictKind.Order
        ? string.Join(' ', tree.Children(Wording.NodeOf(conflict.Thing)).Select(n => Wording.Node(n.NodeId)))
        : Wording.NodeOf(conflict.Thing) is { } node ? Field(tree.Find(node), ThingFields.Node, conflict)
        : Wording.NeedOf(conflict.Thing) is { } need ? Field(tree.Need(need), ThingFields.Need, conflict)
        : Wording.DepartmentOf(conflict.Thing) is { } department ? Field(tree.Departments.FirstOrDefault(d => d.Key == department), ThingFields.Department, conflict)
        : Field(tree.Head, ThingFields.Head, conflict);

    /// <summary>Stands for what is decided about, so that nobody decides over what somebody has written since: the field, or all that could be dropped.</summary>
    public static string Stamp(DraftTree tree, DraftConflict conflict) =>
        conflict.Field.Length > 0 ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(tree, conflict) is { } said ? "+" + said : "")))[..16]
        : Wording.NodeOf(conflict.Thing) is { } node ? (tree.Find(node) is null ? "" : tree.Stamp(node))
        : $"{(Wording.NeedOf(conflict.Thing) is { } need ? tree.Need(need)?.Version : null)}";

    private static string? Field<T>(T? row, IReadOnlyDictionary<string, Field<T>> fields, DraftConflict conflict)
        where T : class => row is not null && fields.TryGetValue(conflict.Field, out var field) ? field.Get(row) : null;
}
