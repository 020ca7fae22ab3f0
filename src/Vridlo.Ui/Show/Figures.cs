using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>One figure under the black rule of a page.</summary>
/// <param name="Value">the figure as written for the reader, with its unit</param>
/// <param name="Label">what it counts</param>
/// <param name="Of">the whole it is a part of, or null</param>
/// <param name="Href">where the figure opens, or null</param>
/// <param name="Bad">whether the figure is a judgement that something is missing</param>
public sealed record Figure(string Value, string Label, string? Of = null, string? Href = null, bool Bad = false);

/// <summary>A state of a measure or a judgement on it; each has its own shape and word.</summary>
[Words("ui.state")]
public enum State
{
    /// <summary>nezahájeno</summary>
    None,

    /// <summary>v přípravě</summary>
    Prep,

    /// <summary>probíhá</summary>
    Run,

    /// <summary>průběžně: a state, never a percentage</summary>
    Cont,

    /// <summary>splněno</summary>
    Done,

    /// <summary>nesplněno</summary>
    Fail,

    /// <summary>zrušeno</summary>
    Drop,

    /// <summary>judged: na cestě</summary>
    On,

    /// <summary>judged: ohroženo</summary>
    Risk,

    /// <summary>judged: mimo cíl</summary>
    Off,

    /// <summary>bez údajů</summary>
    NoData,
}

/// <summary>One row of a timeline.</summary>
/// <param name="When">the day as written for the reader</param>
/// <param name="Iso">the same for machines, or null</param>
/// <param name="What">what happened</param>
/// <param name="Detail">who and on which decision, or null</param>
/// <param name="Decision">whether a body decided it (full dot) or it is a change (ring)</param>
/// <param name="Href">where it opens, or null</param>
public sealed record TimelineEntry(string When, string? Iso, string What, string? Detail = null, bool Decision = false, string? Href = null);

/// <summary>One place of a strip that shows where a node stands among its neighbours.</summary>
/// <param name="Code">the short code shown</param>
/// <param name="Title">the full title</param>
/// <param name="Href">its page</param>
/// <param name="Current">whether the reader is there</param>
public sealed record StripPlace(string Code, string Title, string Href, bool Current = false);

/// <summary>One file to download.</summary>
public sealed record Download(string Format, string Href);

/// <summary>One line of the original document.</summary>
/// <param name="Number">its number in the document</param>
/// <param name="Text">the line as printed</param>
/// <param name="Own">whether it belongs to what the page is about</param>
public sealed record SourceLine(int Number, string Text, bool Own);

/// <summary>What happened to a run of words between two versions.</summary>
public enum Change
{
    /// <summary>in both</summary>
    Same,

    /// <summary>only in the later</summary>
    Added,

    /// <summary>only in the earlier</summary>
    Removed,
}

/// <summary>A run of words and what happened to it.</summary>
public sealed record DiffPart(Change Change, string Text);

/// <summary>One instrument of a tile: what it is and whether it works.</summary>
public sealed record TileInstrument(string Name, bool Works);

/// <summary>One node of a tree that opens and closes.</summary>
public sealed record TreeItem(string Code, Vridlo.Base.Localized? Title, string Href, IReadOnlyList<TreeItem> Children, bool Open = false);

/// <summary>How far instruments cover a node.</summary>
[Words("ui.cover")]
public enum Cover
{
    /// <summary>nobody has said what it needs</summary>
    Unstated,

    /// <summary>no instrument works</summary>
    None,

    /// <summary>some work</summary>
    Part,

    /// <summary>all work</summary>
    Full,
}

/// <summary>A part of a bar; lengths are shares of one.</summary>
/// <param name="Class">class of the fill: <c>f-paid</c>, <c>f-bound</c>, <c>f-plan</c>, <c>f-soft</c>, <c>f-bad</c></param>
/// <param name="From">where it begins</param>
/// <param name="Length">how long it is</param>
public sealed record BarPart(string Class, double From, double Length);
