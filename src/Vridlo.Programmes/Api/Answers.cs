using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Api;

/// <summary>A programme in a list.</summary>
internal sealed record ProgrammeInList(string Code, ProgrammeKind Kind, string Territory, Localized Title, string Href);

/// <summary>A programme with its public editions, the newest first.</summary>
internal sealed record ProgrammeAnswer(
    string Code, ProgrammeKind Kind, string Territory, Localized Title, Localized? Short, string? EditionInForce, IReadOnlyList<EditionAnswer> Editions);

/// <summary>The public editions of a programme, the newest first.</summary>
internal sealed record EditionsAnswer(IReadOnlyList<EditionAnswer> Rows, int Count);

/// <summary>An edition and what it rests on.</summary>
internal sealed record EditionAnswer(
    string Programme,
    string Code,
    Localized Title,
    DateOnly? InForceFrom,
    DateOnly? ReplacedOn,
    IReadOnlyList<ApprovalAnswer> Approvals,
    DateTimeOffset EnteredAt,
    DocumentAnswer? Document,
    string Tree);

/// <summary>A resolution that approves an edition.</summary>
internal sealed record ApprovalAnswer(string Body, string Resolution, DateOnly On);

/// <summary>The document an edition was read from.</summary>
internal sealed record DocumentAnswer(Localized Title, Localized? Source, string? Sha256);

/// <summary>The tree of an edition.</summary>
internal sealed record TreeAnswer(string Programme, string Edition, int Count, IReadOnlyList<TreeNodeAnswer> Nodes);

/// <summary>A node with everything below it.</summary>
internal sealed record TreeNodeAnswer(
    string Code, NodeKind Kind, Guid Id, Localized? Title, Localized? Change, Localized? Text, string? Department, SourceAnswer? Source, IReadOnlyList<TreeNodeAnswer> Children);

/// <summary>Where in the document a node stands; lines count from 1 within the page, or in the whole document when it has no pages.</summary>
internal sealed record SourceAnswer(int? Page, int Line, int? EndPage, int EndLine);

/// <summary>One node with its surroundings, needs and history.</summary>
internal sealed record NodeAnswer
{
    public required string Programme { get; init; }

    public required string Edition { get; init; }

    public required string Code { get; init; }

    public required NodeKind Kind { get; init; }

    public required Guid Id { get; init; }

    public Localized? Title { get; init; }

    public Localized? Change { get; init; }

    public Localized? Text { get; init; }

    public OwnerAnswer? Owner { get; init; }

    public SourceAnswer? Source { get; init; }

    public required IReadOnlyList<LineAnswer> Lines { get; init; }

    public required IReadOnlyList<AliasAnswer> Aliases { get; init; }

    public required IReadOnlyList<NodeReference> Above { get; init; }

    public required IReadOnlyList<NodeReference> Children { get; init; }

    public required IReadOnlyList<NeedAnswer> Needs { get; init; }

    public required IReadOnlyList<NodeInEditionAnswer> History { get; init; }
}

/// <summary>The department that owns a node.</summary>
internal sealed record OwnerAnswer(string Key, Localized Name);

/// <summary>One line of the document; <paramref name="Own"/> when it belongs to the node.</summary>
internal sealed record LineAnswer(int? Page, int Number, string Text, bool Own);

/// <summary>Another name of a node and where it is used.</summary>
internal sealed record AliasAnswer(string Title, string Where);

/// <summary>A node named by another.</summary>
internal sealed record NodeReference(string Code, NodeKind Kind, Localized? Title);

/// <summary>The node as it stood in an edition.</summary>
internal sealed record NodeInEditionAnswer(string Edition, DateOnly? InForceFrom, IReadOnlyList<ApprovalAnswer> Approvals, string Code, Localized? Title);

/// <summary>An instrument that a measure needs and what meets it.</summary>
internal sealed record NeedAnswer(
    string Key, InstrumentKind Kind, Localized Title, IReadOnlyList<string> Activities, bool Works, IReadOnlyList<InstrumentAnswer> MetBy);

/// <summary>An instrument that works.</summary>
internal sealed record InstrumentAnswer(string Code, InstrumentKind Kind, Localized Title, DateTimeOffset Since);

/// <summary>What each measure of an edition needs and what of it works.</summary>
internal sealed record CoverageAnswer(string Programme, string Edition, int Needs, int Working, IReadOnlyList<MeasureCoverage> Measures);

/// <summary>A measure and its needs.</summary>
internal sealed record MeasureCoverage(string Code, Localized? Title, int Working, IReadOnlyList<NeedAnswer> Needs);

/// <summary>What differs between two editions; nodes are matched by identity.</summary>
internal sealed record ComparisonAnswer(
    string Programme, string From, string To, int Same, IReadOnlyList<NodeReference> Added, IReadOnlyList<NodeReference> Dropped, IReadOnlyList<MovedAnswer> Moved, IReadOnlyList<RewordedAnswer> Reworded);

/// <summary>A node that stands elsewhere or under another code.</summary>
internal sealed record MovedAnswer(Guid Id, NodeKind Kind, string From, string To, Localized? Title);

/// <summary>A text of a node that reads otherwise; Czech, in which editions are approved.</summary>
internal sealed record RewordedAnswer(Guid Id, NodeKind Kind, string Code, string Field, string Before, string After);
