using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>What a conflict is about and what its sides say, in the reader's words.</summary>
internal sealed class ConflictTexts(DraftTree tree, Texts t)
{
    /// <summary>The thing, such as "8.2 Title of the measure".</summary>
    public string Thing(DraftConflict conflict) =>
        Wording.NodeOf(conflict.Thing) is { } node ? Node(node)
        : Wording.NeedOf(conflict.Thing) is { } need ? t["programmes.draft.conflict.need", tree.Need(need) is { } known ? t.Plain(known.Title) : need]
        : Wording.DepartmentOf(conflict.Thing) is { } department ? t["programmes.draft.conflict.department", Department(department)]
        : t["programmes.draft.conflict.head"];

    /// <summary>The field, or what cannot both be.</summary>
    public string Field(DraftConflict conflict)
    {
        var (name, language) = conflict.Field.Split('.') is [var field, var code] ? (field, code) : (conflict.Field, "");
        var said = name.Length == 0 ? t[conflict.Kind] : t["programmes.draft.conflict.field." + name];
        return language.Length == 0 ? said : $"{said} · {t["programmes.draft.language." + language]}";
    }

    /// <summary>Whether the sides are wordings, to be compared word by word.</summary>
    public static bool IsText(DraftConflict conflict) => conflict.Field.Contains('.', StringComparison.Ordinal);

    /// <summary>What the draft says now; of what it has dropped, that it has.</summary>
    public string? Mine(DraftConflict conflict) => conflict.Field.Length == 0 ? conflict.Mine : PresentWording.Of(tree, conflict);

    /// <summary>What a side says.</summary>
    public string Side(DraftConflict conflict, string? said) => (conflict.Field, said) switch
    {
        ("", null) => t["programmes.draft.conflict.dropped"],
        ("", _) => t["programmes.draft.conflict.stays"],
        (Wording.Parent, null) => t["programmes.draft.move.top"],
        (_, null) => t["programmes.draft.conflict.nothing"],
        (Wording.Parent or Wording.Measure, _) => Wording.NodeOf(said) is { } node ? Node(node) : t["programmes.draft.move.top"],
        (Wording.Activities or "order", _) => string.Join(", ", said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => tree.Find(Wording.NodeOf(k))?.Code).OfType<string>()),
        (Wording.Department, _) => Department(said),
        ("kind", _) when Enum.TryParse<NodeKind>(said, out var kind) && Wording.IsNode(conflict.Thing) => t[kind],
        ("kind", _) when Enum.TryParse<InstrumentKind>(said, out var kind) && Wording.NeedOf(conflict.Thing) is not null => t[kind],
        ("kind", _) => t[Enum.Parse<ProgrammeKind>(said)],
        ("assess" or "signup" or "restricted", _) => t["programmes.draft.conflict.yes"],
        _ => said,
    };

    /// <summary>Whether another wording than the two sides' can be given in the page.</summary>
    public static bool CanBeWritten(DraftConflict conflict) => conflict.Field is Wording.Code || IsText(conflict);

    private string Node(NodeId id) => tree.Find(id) is { } node ? $"{node.Code} {(node.Title is null ? t[node.Kind] : t.Plain(node.Title))}" : t["programmes.draft.conflict.gone"];

    private string Department(string key) => tree.Departments.FirstOrDefault(d => d.Key == key) is { } known ? t.Plain(known.Name) : key;
}
