using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting;

/// <summary>Identifies a draft.</summary>
internal readonly record struct DraftId(Guid Value) : ITypedId<DraftId>
{
    public static DraftId From(Guid value) => new(value);
}

/// <summary>Where a draft stands on its way to the assembly.</summary>
[Words("programmes.draft.status")]
internal enum DraftStatus
{
    /// <summary>rozpracováno: the only state in which it can be edited</summary>
    Editing,

    /// <summary>připomínkování odbory</summary>
    Comments,

    /// <summary>v radě</summary>
    Council,

    /// <summary>v zastupitelstvu</summary>
    Assembly,

    /// <summary>schváleno: it has become an edition</summary>
    Approved,

    /// <summary>opuštěno</summary>
    Abandoned,
}

/// <summary>
/// A draft (koncept) of an edition. Every change of it or of anything in it raises <see cref="Version"/>, which each writer must have
/// read before: so whoever changes the tree has seen the whole tree as it is, and it stays one.
/// </summary>
internal sealed class Draft
{
    public required DraftId Id { get; init; }

    /// <summary>The programme; one that is only being drafted has its identity already, so that roles in it can be given.</summary>
    public required ProgrammeId ProgrammeId { get; init; }

    public required string Code { get; init; }

    public required ProgrammeKind Kind { get; set; }

    public required string Territory { get; set; }

    public required Localized Title { get; set; }

    public Localized? Short { get; set; }

    public int? PeriodFrom { get; set; }

    public int? PeriodTo { get; set; }

    /// <summary>The approved edition it began from, or was merged with last; null for a new programme.</summary>
    public EditionId? BaseId { get; set; }

    public string? BaseCode { get; set; }

    public required string Edition { get; set; }

    public required Localized EditionTitle { get; set; }

    public Localized? OwnersSource { get; set; }

    public DraftStatus Status { get; set; }

    /// <summary>How many times it has gone back for rework.</summary>
    public int Round { get; set; }

    /// <summary>Whether the assembly may approve it only on the basis of the SEA statement.</summary>
    public bool SubjectToSea { get; set; }

    public string? SeaStatement { get; set; }

    /// <summary>The edition of an old plan that this one replaces, which has other nodes; null of an amendment.</summary>
    public EditionId? ReplacesId { get; set; }

    /// <summary>The edition it has become.</summary>
    public EditionId? EditionId { get; set; }

    /// <summary>Programme and edition while it is open, null afterwards; unique, so that there is one draft of an edition at a time.</summary>
    public string? OpenKey { get; set; }

    /// <summary>What was seen by whoever edits the head.</summary>
    public int HeadVersion { get; set; }

    public int Version { get; set; }

    public required Instant OpenedAt { get; init; }

    /// <summary>Most characters of a code or key: they stand in addresses.</summary>
    public const int LongestKey = 40;

    public bool IsOpen => Status is not (DraftStatus.Approved or DraftStatus.Abandoned);

    public static string Key(string programme, string edition) => $"{programme}/{edition}";
}

/// <summary>A department that owns nodes of the draft.</summary>
internal sealed class DraftDepartment
{
    public required DraftId DraftId { get; init; }

    public required string Key { get; init; }

    public required int Position { get; set; }

    public required Localized Name { get; set; }
}

/// <summary>The document the draft was read from; it never changes with the draft.</summary>
internal sealed class DraftDocument
{
    public required DraftId DraftId { get; init; }

    public required string File { get; init; }

    public required Localized Title { get; init; }

    public required string Sha256 { get; init; }

    public Localized? Source { get; init; }

    public required bool Paged { get; init; }

    /// <summary>The pages, with form feeds between them.</summary>
    public required string Text { get; init; }
}
