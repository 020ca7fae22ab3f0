namespace Vridlo.Programmes.Drafting;

/// <summary>What can be done with drafts: the kinds of acts in the record. Each is also the key of its text.</summary>
internal static class DraftActs
{
    public const string Open = "programmes.draft.act.open";
    public const string Import = "programmes.draft.act.import";
    public const string Begin = "programmes.draft.act.begin";
    public const string Head = "programmes.draft.act.head";
    public const string Department = "programmes.draft.act.department";

    public const string Texts = "programmes.draft.act.texts";
    public const string Add = "programmes.draft.act.add";
    public const string Move = "programmes.draft.act.move";
    public const string Split = "programmes.draft.act.split";
    public const string Merge = "programmes.draft.act.merge";
    public const string Drop = "programmes.draft.act.drop";
    public const string Recode = "programmes.draft.act.recode";
    public const string Assign = "programmes.draft.act.assign";
    public const string Need = "programmes.draft.act.need";
    public const string DropNeed = "programmes.draft.act.drop-need";
    public const string BringBack = "programmes.draft.act.bring-back";
    public const string SettleDoubt = "programmes.draft.act.settle-doubt";

    public const string Rebase = "programmes.draft.act.rebase";
    public const string Decide = "programmes.draft.act.decide";
    public const string ProposeHeirs = "programmes.draft.act.propose-heirs";
    public const string DecideHeirs = "programmes.draft.act.decide-heirs";

    public const string AskDepartments = "programmes.draft.act.ask-departments";
    public const string Release = "programmes.draft.act.release-department";
    public const string MoveDeadline = "programmes.draft.act.move-deadline";
    public const string Answer = "programmes.draft.act.answer";
    public const string Settle = "programmes.draft.act.settle";
    public const string ToCouncil = "programmes.draft.act.to-council";
    public const string Council = "programmes.draft.act.council";
    public const string Assembly = "programmes.draft.act.assembly";
    public const string TakeBack = "programmes.draft.act.take-back";
    public const string Abandon = "programmes.draft.act.abandon";
    public const string MidTerm = "programmes.draft.act.midterm";
    public const string CorrectMidTerm = "programmes.draft.act.midterm-correct";

    /// <summary>Who is asked and by when.</summary>
    public static IReadOnlyList<string> Asking { get; } = [Release, MoveDeadline];

    /// <summary>What only edits the draft. It can be undone, as can <see cref="Asking"/>, <see cref="Replacing"/>, <see cref="Merging"/>, <see cref="Commenting"/> and <see cref="Stepping"/>; what the council and the assembly resolved cannot.</summary>
    public static IReadOnlyList<string> Undoable { get; } = [Head, Department, Texts, Add, Move, Split, Merge, Drop, Recode, Assign, Need, DropNeed, BringBack];

    /// <summary>Which plan is replaced, and what takes the place of its nodes.</summary>
    public static IReadOnlyList<string> Replacing { get; } = [ProposeHeirs, DecideHeirs];

    public static IReadOnlyList<string> Merging { get; } = [Rebase, Decide];

    public static IReadOnlyList<string> Commenting { get; } = [Answer, Settle];

    /// <summary>Steps on the way that can be taken back until another follows.</summary>
    public static IReadOnlyList<string> Stepping { get; } = [AskDepartments, ToCouncil, Abandon];
}
