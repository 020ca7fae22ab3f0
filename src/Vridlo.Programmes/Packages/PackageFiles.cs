namespace Vridlo.Programmes.Packages;

// The files of a programme package as YAML says them; see programmes/README.md. Property names become hyphenated keys.

/// <summary><c>programme.yaml</c>: the head of the programme and of the edition.</summary>
internal sealed class ProgrammeFile
{
    public int Schema { get; set; }

    public string? Code { get; set; }

    public string? Kind { get; set; }

    public string? Territory { get; set; }

    public Dictionary<string, string>? Title { get; set; }

    public Dictionary<string, string>? Short { get; set; }

    public List<string>? Languages { get; set; }

    public PeriodPart? Period { get; set; }

    public EditionPart? Edition { get; set; }

    public DocumentPart? Document { get; set; }
}

internal sealed class PeriodPart
{
    public int? From { get; set; }

    public int? To { get; set; }
}

internal sealed class EditionPart
{
    public string? Code { get; set; }

    public Dictionary<string, string>? Title { get; set; }

    public string? Status { get; set; }

    public string? Follows { get; set; }

    public List<ApprovalPart>? Approvals { get; set; }

    public string? InForceFrom { get; set; }
}

internal sealed class ApprovalPart
{
    public string? Body { get; set; }

    public string? Resolution { get; set; }

    public string? On { get; set; }
}

internal sealed class DocumentPart
{
    public string? File { get; set; }

    public Dictionary<string, string>? Title { get; set; }

    public string? Sha256 { get; set; }

    /// <summary>Whether the document has pages; they are separated by form feeds then.</summary>
    public bool? Paged { get; set; }

    public Dictionary<string, string>? Source { get; set; }
}

/// <summary><c>goals.yaml</c> (vision and goals), <c>areas/NN.yaml</c> and <c>achievements.yaml</c>: nodes in the document's language.</summary>
internal sealed class NodesFile
{
    public int Schema { get; set; }

    public string? Language { get; set; }

    public List<NodePart>? Nodes { get; set; }
}

internal sealed class NodePart
{
    public string? Kind { get; set; }

    public string? Code { get; set; }

    public string? Was { get; set; }

    public string? Title { get; set; }

    public string? Change { get; set; }

    public string? Text { get; set; }

    /// <summary>Where in the document: <c>54</c>, <c>54-58</c>, or with pages <c>p12:3</c>, <c>p12:3-p13:1</c>.</summary>
    public string? Source { get; set; }

    public List<NodePart>? Children { get; set; }
}

/// <summary><c>texts.LANGUAGE.yaml</c>: the texts in a further language, by code.</summary>
internal sealed class TextsFile
{
    public int Schema { get; set; }

    public string? Language { get; set; }

    public Dictionary<string, TextPart>? Nodes { get; set; }
}

internal sealed class TextPart
{
    public string? Title { get; set; }

    public string? Change { get; set; }

    public string? Text { get; set; }
}

/// <summary><c>coverage.yaml</c>: the instruments the measures need.</summary>
internal sealed class CoverageFile
{
    public int Schema { get; set; }

    public List<NeedPart>? Instruments { get; set; }
}

internal sealed class NeedPart
{
    public string? Key { get; set; }

    public string? Measure { get; set; }

    public string? Kind { get; set; }

    public bool? Assess { get; set; }

    public bool? Signup { get; set; }

    public bool? Restricted { get; set; }

    public string? MetBy { get; set; }

    public Dictionary<string, string>? Title { get; set; }

    public List<string>? Activities { get; set; }
}

/// <summary><c>owners.yaml</c>: departments, and which nodes they own.</summary>
internal sealed class OwnersFile
{
    public int Schema { get; set; }

    public Dictionary<string, string>? Source { get; set; }

    public List<DepartmentPart>? Departments { get; set; }

    public Dictionary<string, string>? Owners { get; set; }
}

internal sealed class DepartmentPart
{
    public string? Key { get; set; }

    public Dictionary<string, string>? Name { get; set; }
}

/// <summary><c>aliases.yaml</c>: other names of nodes, by code.</summary>
internal sealed class AliasesFile
{
    public int Schema { get; set; }

    public Dictionary<string, List<AliasPart>>? Aliases { get; set; }
}

internal sealed class AliasPart
{
    public string? Title { get; set; }

    public string? Where { get; set; }
}

/// <summary><c>edits.yaml</c>: what persons have edited after the import.</summary>
internal sealed class EditsFile
{
    public int Schema { get; set; }

    public List<EditPart>? Edits { get; set; }
}

internal sealed class EditPart
{
    public string? Code { get; set; }

    public string? Field { get; set; }

    public Dictionary<string, string>? Value { get; set; }

    public string? By { get; set; }

    public string? On { get; set; }

    public Dictionary<string, string>? Why { get; set; }
}
