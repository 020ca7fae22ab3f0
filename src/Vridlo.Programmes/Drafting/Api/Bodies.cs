using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>An amendment to be opened: of which programme, from which edition (the newest without it), and what it is to become.</summary>
internal sealed record NewAmendment(string Programme, string Edition, Localized EditionTitle, string? From = null);

/// <summary>A programme to be drafted from nothing.</summary>
internal sealed record NewProgramme(
    string Code, ProgrammeKind Kind, string Territory, Localized Title, string Edition, Localized EditionTitle, Localized? Short = null, int? From = null, int? To = null);

/// <summary>What the draft says of the programme and of the edition themselves. Version is the head's that was seen.</summary>
internal sealed record ChangedHead(
    int Version, ProgrammeKind Kind, string Territory, Localized Title, string Edition, Localized EditionTitle, Localized? Short = null, int? From = null, int? To = null, string Why = "");

/// <summary>What a department is called.</summary>
internal sealed record NamedDepartment(Localized Name);

/// <summary>A node to be added: below which one (at the top without it), before which one (after all without it).</summary>
internal sealed record NewNode(
    NodeKind Kind, string Code, Localized? Title = null, Localized? Change = null, Localized? Text = null, Guid? Parent = null, Guid? Before = null, string? Department = null, string Why = "");

/// <summary>What a node says; what is left out it no longer says. Version is the node's that was seen.</summary>
internal sealed record ChangedTexts(int Version, Localized? Title = null, Localized? Change = null, Localized? Text = null, string Why = "");

/// <summary>Where a node is to stand: below which one (at the top without it), before which one (after all without it).</summary>
internal sealed record ChangedPlace(int Version, Guid? Parent = null, Guid? Before = null, string Why = "");

/// <summary>One place up, or down.</summary>
internal sealed record ShiftedPlace(int Version, bool Up, string Why = "");

/// <summary>The children of a node (of the top without it) as they stood and as they are to stand.</summary>
internal sealed record ChangedOrder(IReadOnlyList<Guid> Seen, IReadOnlyList<Guid> Wanted, Guid? Parent = null, string Why = "");

/// <summary>The new code of a node. With the stamp of its branch, what is below is numbered anew.</summary>
internal sealed record ChangedCode(int Version, string Code, string? Renumber = null, string Why = "");

/// <summary>The department that answers for a node; without it, that of the node above does.</summary>
internal sealed record ChangedDepartment(int Version, string? Department = null);

/// <summary>What each half of a node says, the code of the second, and which children and needs go to it.</summary>
internal sealed record NodeSplit(int Version, SaidTexts First, SaidTexts Second, string Code, IReadOnlyList<Guid>? Children = null, IReadOnlyList<string>? Needs = null, string Why = "");

/// <summary>What a node says.</summary>
internal sealed record SaidTexts(Localized? Title = null, Localized? Change = null, Localized? Text = null);

/// <summary>The node that takes this one over, with its version, and the title of both, if it is to be another.</summary>
internal sealed record NodeMerge(int Version, Guid Into, int IntoVersion, Localized? Title = null, string Why = "");

/// <summary>The past state to bring back: as an edition said it on a day, or as a draft said it at a moment. Version is the node's that was seen; there is none of one that is not in the draft.</summary>
internal sealed record PastWanted(int? Version = null, LocalDate? Day = null, Guid? Draft = null, Instant? At = null);

/// <summary>An instrument that a measure needs. Version is the one that was seen; there is none of a new one.</summary>
internal sealed record SaidNeed(
    Guid Measure, InstrumentKind Kind, Localized Title, int? Version = null, IReadOnlyList<Guid>? Activities = null, bool Assess = false, bool Signup = false, bool Restricted = false, string? MetBy = null, string Why = "");

/// <summary>Whose wording stands; of the own one what it says. Stamp is that of what was seen.</summary>
internal sealed record DecidedConflict(string Stamp, ConflictDecision Decision, string? Own = null);

/// <summary>The plan that the draft replaces; its newest edition when none is named. Without a programme the draft replaces none.</summary>
internal sealed record ReplacedPlan(string? Programme = null, string? Edition = null);

/// <summary>What takes the place of a node; nothing does when the list is empty.</summary>
internal sealed record DecidedHeirs(IReadOnlyList<HomeShare> Homes);

/// <summary>A node and its share in hundredths of a percent; the shares sum to 10000.</summary>
internal sealed record HomeShare(Guid To, int Share);

/// <summary>Whether somebody has looked at a doubt.</summary>
internal sealed record LookedAt(bool Settled);

/// <summary>Which departments are asked, and by when.</summary>
internal sealed record AskedDepartments(IReadOnlyList<string> Departments, LocalDate Deadline, string? Note = null);

/// <summary>Until when a department may comment.</summary>
internal sealed record NewDeadline(LocalDate Deadline);

/// <summary>What a department says.</summary>
internal sealed record SaidAnswer(AnswerKind Answer, string? Text = null);

/// <summary>How what a department said is settled, and why so.</summary>
internal sealed record SaidSettlement(Settlement Settlement, string Why);

/// <summary>The draft goes to the council.</summary>
internal sealed record HandedOver(bool SubjectToSea, string? Note = null);

/// <summary>The council's resolution: it recommends the draft, or returns it.</summary>
internal sealed record CouncilResolution(bool Agrees, string Resolution, LocalDate On, string? Note = null);

/// <summary>The assembly's resolution: it approves the draft, in force from a day, or returns it.</summary>
internal sealed record AssemblyResolution(
    bool Approves, string Resolution, LocalDate On, LocalDate? InForceFrom = null, string? SeaStatement = null, string? Note = null);

/// <summary>The reason.</summary>
internal sealed record Reason(string Why);

/// <summary>A report on application with the assembly's resolution on it.</summary>
internal sealed record NewMidTerm(LocalDate On, Localized Title, string Resolution, LocalDate ResolvedOn, MidTermOutcome Outcome, Localized? Text = null);

/// <summary>What a report on application is to say instead. Stamp is that of what was seen.</summary>
internal sealed record CorrectedMidTerm(
    string Stamp, LocalDate On, Localized Title, string Resolution, LocalDate ResolvedOn, MidTermOutcome Outcome, Localized? Text = null, string Why = "");
