using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;

namespace Vridlo.Core.Programme;

/// <summary>A development programme (program rozvoje), as its newest approved edition describes it; a draft only while there is no other.</summary>
internal sealed class ProgrammeRow : IMayBeHidden
{
    public required ProgrammeId Id { get; init; }

    public required string Code { get; init; }

    public required ProgrammeKind Kind { get; set; }

    public required string Territory { get; set; }

    public required Localized Title { get; set; }

    /// <summary>The Czech title, for sorting.</summary>
    public required string SortTitle { get; set; }

    public int Version { get; set; }

    /// <summary>Set while only a draft of it is entered.</summary>
    public bool Hidden { get; init; }
}

/// <summary>An edition (vydání): one wording of the whole programme.</summary>
internal sealed class EditionRow : IMayBeHidden
{
    public required EditionId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required string Code { get; init; }

    public required Localized Title { get; init; }

    /// <summary>What this edition says of the programme itself; an old edition keeps it when a later one says otherwise.</summary>
    public required ProgrammeKind Kind { get; init; }

    public required string Territory { get; init; }

    public required Localized ProgrammeTitle { get; init; }

    public Localized? ProgrammeShort { get; init; }

    public int? PeriodFrom { get; init; }

    public int? PeriodTo { get; init; }

    public required EditionStatus Status { get; init; }

    public bool Hidden => Status is EditionStatus.Draft;

    public EditionId? FollowsId { get; init; }

    public LocalDate? InForceFrom { get; init; }

    /// <summary>SHA-256 of the content in its canonical form.</summary>
    public required string Digest { get; init; }

    public required Instant EnteredAt { get; init; }

    public string? DocumentFile { get; init; }

    public Localized? DocumentTitle { get; init; }

    public string? DocumentSha256 { get; init; }

    public Localized? DocumentSource { get; init; }

    public Localized? OwnersSource { get; init; }

    public List<ApprovalRow> Approvals { get; } = [];

    public List<DepartmentRow> Departments { get; } = [];
}

internal sealed class ApprovalRow
{
    public required EditionId EditionId { get; init; }

    public required int Position { get; init; }

    public required string Body { get; init; }

    public required string Resolution { get; init; }

    public required LocalDate On { get; init; }
}

internal sealed class DepartmentRow
{
    public required EditionId EditionId { get; init; }

    public required string Key { get; init; }

    public required int Position { get; init; }

    public required Localized Name { get; init; }
}

/// <summary>
/// A part of the document an edition was read from: a page, or a stretch of lines when the document has no pages.
/// </summary>
internal sealed class DocumentPartRow
{
    public required EditionId EditionId { get; init; }

    public required int Part { get; init; }

    /// <summary>Number of the page, or null when the document has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Number of the first line of the part within its page or document.</summary>
    public required int FirstLine { get; init; }

    public required int LastLine { get; init; }

    public required string Text { get; init; }
}

/// <summary>
/// A node as it stands in one edition. <see cref="Position"/> numbers the nodes in the order of the document from 1, and
/// <see cref="Last"/> is the position of the last node below, so a subtree is a range and so are the ancestors.
/// </summary>
internal sealed class NodeRow
{
    public required EditionId EditionId { get; init; }

    public required NodeId NodeId { get; init; }

    public required int Position { get; init; }

    public required int Last { get; init; }

    public required int Depth { get; init; }

    /// <summary>The node above it in this edition, or null.</summary>
    public NodeId? ParentId { get; init; }

    /// <summary>
    /// Hash of what the node and everything below it say. Two editions are alike wherever the hashes are, so comparing them
    /// takes as long as they differ, not as long as they are.
    /// </summary>
    public required string Digest { get; init; }

    public required NodeKind Kind { get; init; }

    public required string Code { get; init; }

    public string? Was { get; init; }

    public Localized? Title { get; init; }

    public Localized? Change { get; init; }

    public Localized? Text { get; init; }

    public string? Department { get; init; }

    public int? SourcePage { get; init; }

    public int? SourceLine { get; init; }

    public int? SourceEndPage { get; init; }

    public int? SourceEndLine { get; init; }

    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    public IReadOnlyList<NodeEdit> Edits { get; init; } = [];
}

/// <summary>An instrument that a measure of the edition needs.</summary>
internal sealed class NeedRow
{
    public required EditionId EditionId { get; init; }

    public required string Key { get; init; }

    public required int Position { get; init; }

    public required NodeId MeasureId { get; init; }

    public required InstrumentKind Kind { get; init; }

    public required Localized Title { get; init; }

    public bool Assess { get; init; }

    public bool Signup { get; init; }

    public bool Restricted { get; init; }

    public string? MetBy { get; init; }

    public List<NeedActivityRow> Activities { get; } = [];
}

/// <summary>An activity that a needed instrument serves.</summary>
internal sealed class NeedActivityRow
{
    public required EditionId EditionId { get; init; }

    public required string Key { get; init; }

    public required NodeId ActivityId { get; init; }
}
