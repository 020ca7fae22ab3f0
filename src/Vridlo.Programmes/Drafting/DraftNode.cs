using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting;

/// <summary>A node of a draft: who it is, what stands above it, and what it says.</summary>
internal sealed class DraftNode
{
    public required DraftId DraftId { get; init; }

    /// <summary>The identity it has in the base edition too, or will have from this draft on.</summary>
    public required NodeId NodeId { get; init; }

    public NodeId? ParentId { get; set; }

    /// <summary>Orders siblings; with gaps, so that putting one between two others changes only that one.</summary>
    public required int Order { get; set; }

    public required NodeKind Kind { get; set; }

    public required string Code { get; set; }

    public Localized? Title { get; set; }

    public Localized? Change { get; set; }

    public Localized? Text { get; set; }

    /// <summary>Key of the department named at the node itself.</summary>
    public string? Department { get; set; }

    public int? SourcePage { get; set; }

    public int? SourceLine { get; set; }

    public int? SourceEndPage { get; set; }

    public int? SourceEndLine { get; set; }

    public IReadOnlyList<Alias> Aliases { get; set; } = [];

    public IReadOnlyList<NodeEdit> Edits { get; set; } = [];

    /// <summary>Raised when somebody changes this node; not when its siblings move.</summary>
    public int Version { get; set; }

    public SourceSpan? Source
    {
        get => SourceLine is { } line && SourceEndLine is { } end ? new(SourcePage, line, SourceEndPage, end) : null;
        set => (SourcePage, SourceLine, SourceEndPage, SourceEndLine) = (value?.Page, value?.Line, value?.EndPage, value?.EndLine);
    }
}

/// <summary>An instrument that a measure of the draft needs.</summary>
internal sealed class DraftNeed
{
    public required DraftId DraftId { get; init; }

    public required string Key { get; init; }

    public required int Position { get; set; }

    public required NodeId MeasureId { get; set; }

    public required InstrumentKind Kind { get; set; }

    public required Localized Title { get; set; }

    public IReadOnlyList<NodeId> Activities { get; set; } = [];

    public bool Assess { get; set; }

    public bool Signup { get; set; }

    public bool Restricted { get; set; }

    public string? MetBy { get; set; }

    public int Version { get; set; }
}
