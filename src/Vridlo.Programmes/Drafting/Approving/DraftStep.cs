using NodaTime;
using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Identifies a step.</summary>
internal readonly record struct StepId(Guid Value) : ITypedId<StepId>
{
    public static StepId From(Guid value) => new(value);
}

/// <summary>What happened to a draft on its way.</summary>
[Words("programmes.draft.step")]
internal enum StepKind
{
    /// <summary>sent to the departments for comments</summary>
    DepartmentsAsked,

    /// <summary>a department that was asked by mistake is asked no more</summary>
    DepartmentReleased,

    /// <summary>a department was given another deadline</summary>
    DeadlineMoved,

    /// <summary>a department answered</summary>
    DepartmentAnswered,

    /// <summary>a comment was settled (vypořádání)</summary>
    CommentSettled,

    /// <summary>handed to the council</summary>
    SentToCouncil,

    /// <summary>the council agrees and recommends it to the assembly</summary>
    CouncilAgreed,

    /// <summary>the council returned it for rework</summary>
    CouncilReturned,

    /// <summary>the assembly approved it</summary>
    AssemblyApproved,

    /// <summary>the assembly refused it or returned it for rework</summary>
    AssemblyReturned,

    /// <summary>the office took it back for rework</summary>
    TakenBack,

    /// <summary>it was given up</summary>
    Abandoned,
}

/// <summary>A step of a draft's approval. Steps are only added, so refusals and returns stay readable.</summary>
internal sealed class DraftStep
{
    public required StepId Id { get; init; }

    public required DraftId DraftId { get; init; }

    /// <summary>How many times it had been returned before.</summary>
    public required int Round { get; init; }

    public required StepKind Kind { get; init; }

    public required Instant At { get; init; }

    /// <summary>The name of the actor within its kind: of a person the bare identity.</summary>
    public required string By { get; init; }

    public string? Department { get; init; }

    public string? Resolution { get; init; }

    /// <summary>The day of the resolution, or the deadline for comments.</summary>
    public LocalDate? On { get; init; }

    public string? Note { get; init; }
}

/// <summary>What a department says of a draft.</summary>
[Words("programmes.draft.answer")]
internal enum AnswerKind
{
    /// <summary>asked, has not answered yet</summary>
    Awaited,

    /// <summary>souhlasí</summary>
    Approved,

    /// <summary>souhlasí s připomínkami</summary>
    WithComments,

    /// <summary>žádá úpravu</summary>
    RequiresModification,
}

/// <summary>How a comment was settled.</summary>
[Words("programmes.draft.settlement")]
internal enum Settlement
{
    /// <summary>akceptováno</summary>
    Accepted,

    /// <summary>částečně</summary>
    Partly,

    /// <summary>vysvětleno</summary>
    Explained,

    /// <summary>neakceptováno</summary>
    Refused,
}

/// <summary>A department's answer in one round.</summary>
internal sealed class DraftAnswer
{
    public required DraftId DraftId { get; init; }

    public required int Round { get; init; }

    public required string Department { get; init; }

    public required LocalDate Deadline { get; set; }

    public AnswerKind Answer { get; set; }

    public string? Text { get; set; }

    public Instant? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public Settlement? Settled { get; set; }

    public string? SettledWhy { get; set; }

    /// <summary>Stands for the answer as somebody saw it; 0 before there is one.</summary>
    public long Stamp => AnsweredAt?.ToUnixTimeTicks() ?? 0;

    /// <summary>That it is another than somebody saw; null when it is not, or when nothing was seen.</summary>
    public Problem? ChangedSince(long? seen) => seen is { } stamp && stamp != Stamp ? Problem.Conflict("programmes.approval.answered-meanwhile") : null;

    public bool IsOpen(LocalDate today) => Answer is AnswerKind.Awaited ? Deadline >= today : Answer is not AnswerKind.Approved && Settled is null;
}
