using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Api;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>A draft itself. Version grows with every change of it, headVersion when this changes.</summary>
internal sealed record DraftHeadAnswer
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required ProgrammeKind Kind { get; init; }

    public required string Territory { get; init; }

    public required Localized Title { get; init; }

    public Localized? Short { get; init; }

    public int? From { get; init; }

    public int? To { get; init; }

    public required string Edition { get; init; }

    public required Localized EditionTitle { get; init; }

    /// <summary>Code of the edition it began from, or was merged with last.</summary>
    public string? Base { get; init; }

    public required DraftStatus Status { get; init; }

    public required int Round { get; init; }

    public required int HeadVersion { get; init; }

    public required int Version { get; init; }

    public required Instant OpenedAt { get; init; }
}

/// <summary>A whole draft: its nodes in the order of the document, without their texts.</summary>
internal sealed record DraftAnswer(
    DraftHeadAnswer Head, IReadOnlyList<DraftDepartmentAnswer> Departments, IReadOnlyList<DraftNodeLine> Nodes, IReadOnlyList<DraftNeedAnswer> Needs, int OpenConflicts);

/// <summary>A department of a draft.</summary>
internal sealed record DraftDepartmentAnswer(string Key, Localized Name);

/// <summary>A node of a draft in its tree.</summary>
internal sealed record DraftNodeLine(Guid Id, Guid? Parent, NodeKind Kind, string Code, Localized? Title, int Version);

/// <summary>A node of a draft. Stamp stands for it and all below as they are now.</summary>
internal sealed record DraftNodeAnswer
{
    public required Guid Id { get; init; }

    public Guid? Parent { get; init; }

    public required NodeKind Kind { get; init; }

    public required string Code { get; init; }

    public Localized? Title { get; init; }

    public Localized? Change { get; init; }

    public Localized? Text { get; init; }

    /// <summary>The department named at the node itself.</summary>
    public string? Department { get; init; }

    /// <summary>The department that answers for it, its own or that of a node above.</summary>
    public string? Owner { get; init; }

    public required int Version { get; init; }

    public required string Stamp { get; init; }

    public required IReadOnlyList<Guid> Children { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public SourceAnswer? Source { get; init; }
}

/// <summary>An instrument that a measure of a draft needs.</summary>
internal sealed record DraftNeedAnswer(
    string Key, Guid Measure, InstrumentKind Kind, Localized Title, IReadOnlyList<Guid> Activities, bool Assess, bool Signup, bool Restricted, string? MetBy, int Version);

/// <summary>What was dropped: codes of nodes, keys of needs, and keys of needs that serve fewer activities now.</summary>
internal sealed record DroppedAnswer(IReadOnlyList<string> Nodes, IReadOnlyList<string> Needs, IReadOnlyList<string> Shortened);

/// <summary>The edition that was merged in, and how many conflicts there are to decide.</summary>
internal sealed record RebasedAnswer(string Edition, int OpenConflicts);

/// <summary>What a draft and an edition said differently when they were merged, what the draft says now, and what was decided. Stamp stands for what is decided about.</summary>
internal sealed record ConflictAnswer(
    Guid Id, ConflictKind Kind, string Thing, string Field, string? Base, string? Mine, string? Theirs, string? Now, string Stamp, ConflictDecision Decision, string? Own);

/// <summary>How many conflicts are still to decide.</summary>
internal sealed record StillOpen(int OpenConflicts);

/// <summary>Where a draft stands on its way, what departments say of it in all rounds, and what has happened.</summary>
internal sealed record DraftApprovalAnswer(
    DraftStatus Status, int Round, string? Edition, IReadOnlyList<DepartmentSaid> Answers, IReadOnlyList<StepAnswer> Steps);

/// <summary>What a department says of a draft.</summary>
internal sealed record DepartmentSaid(int Round, string Department, LocalDate Deadline, AnswerKind Answer, string? Text, Settlement? Settled, string? SettledWhy);

/// <summary>A step on a draft's way.</summary>
internal sealed record StepAnswer(int Round, StepKind Kind, Instant At, string? Department, string? Resolution, LocalDate? On, string? Note);

/// <summary>A node of the plan that the draft replaces, or one with instruments that it drops, and where what carries it out goes.</summary>
internal sealed record HeirAnswer(Guid Node, string Code, Localized? Title, int Instruments, bool Decided, IReadOnlyList<HomeShare> Homes);

/// <summary>How many nodes of the replaced plan have found a home.</summary>
internal sealed record HomedAnswer(int Homed);

/// <summary>Something the reader of the document was not sure of.</summary>
internal sealed record DoubtAnswer(int Number, string Code, IReadOnlyList<string> Arguments, SourceAnswer Source, bool Settled);

/// <summary>How far the reading of a document is: it becomes a draft, or something is wrong with it.</summary>
internal sealed record ImportAnswer(Guid Id, string File, int Percent, Guid? Draft, IReadOnlyList<string> Refused);

/// <summary>A report on application.</summary>
internal sealed record MidTermAnswer(Guid Id, string Stamp, LocalDate On, Localized Title, Localized? Text, string Resolution, LocalDate ResolvedOn, MidTermOutcome Outcome);
