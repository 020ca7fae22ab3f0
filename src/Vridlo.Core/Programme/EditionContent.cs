using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;

namespace Vridlo.Core.Programme;

/// <summary>Everything an edition of a programme says: what a package holds and what loading enters.</summary>
public sealed record EditionContent
{
    /// <summary>The programme's code, such as <c>prkk-2021</c>: lower-case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Whose programme it is.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>Official code of the territory: NUTS 3 of a region, six-digit code of a municipality; empty when not known yet.</summary>
    public required string Territory { get; init; }

    /// <summary>The programme's full name.</summary>
    public required Localized Title { get; init; }

    /// <summary>The short name people use, or null.</summary>
    public Localized? Short { get; init; }

    /// <summary>First year of the programme's period, or null.</summary>
    public int? From { get; init; }

    /// <summary>Last year of the programme's period, or null.</summary>
    public int? To { get; init; }

    /// <summary>The edition's code, unique in the programme.</summary>
    public required string Edition { get; init; }

    /// <summary>The edition's name.</summary>
    public required Localized EditionTitle { get; init; }

    /// <summary>Whether it is approved, and so immutable.</summary>
    public required EditionStatus Status { get; init; }

    /// <summary>Code of the edition it replaces, or null for the first.</summary>
    public string? Follows { get; init; }

    /// <summary>The day from which it is in force, or null while it is a draft.</summary>
    public LocalDate? InForceFrom { get; init; }

    /// <summary>The resolutions it rests on, in their order.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>The document it was read from, or null.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>Text that says by whom owners were assigned, or null.</summary>
    public Localized? OwnersSource { get; init; }

    /// <summary>The departments that own nodes.</summary>
    public IReadOnlyList<Department> Departments { get; init; } = [];

    /// <summary>The top nodes, each with what stands below it, in the order of the document.</summary>
    public required IReadOnlyList<NodeContent> Nodes { get; init; }

    /// <summary>The instruments the measures need.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];
}

/// <summary>A resolution (usnesení) that approves an edition.</summary>
/// <param name="Body">the body: <c>council</c> (rada), <c>assembly</c> (zastupitelstvo) or another</param>
/// <param name="Resolution">number of the resolution, such as <c>ZK 370/11/21</c></param>
/// <param name="On">its day</param>
public sealed record Approval(string Body, string Resolution, LocalDate On);

/// <summary>A department (odbor) of the office.</summary>
/// <param name="Key">stable key, unique in the edition</param>
/// <param name="Name">its name</param>
public sealed record Department(string Key, Localized Name);

/// <summary>The document an edition was read from.</summary>
/// <param name="File">file name inside the package</param>
/// <param name="Title">the document's title</param>
/// <param name="Sha256">hash of the original file in lower-case hexadecimal</param>
/// <param name="Source">where the document is from, or null</param>
/// <param name="Paged">whether it has pages, so that lines are counted within them</param>
/// <param name="Pages">the text as read: one item a page, lines separated by \n; a document without pages has one</param>
public sealed record SourceDocument(string File, Localized Title, string Sha256, Localized? Source, bool Paged, IReadOnlyList<string> Pages);

/// <summary>Where in the document a node stands. Lines are counted from 1 within the page, or in the whole document when it has no pages.</summary>
/// <param name="Page">first page, or null when the document has no pages</param>
/// <param name="Line">first line</param>
/// <param name="EndPage">last page, or null</param>
/// <param name="EndLine">last line</param>
public sealed record SourceSpan(int? Page, int Line, int? EndPage, int EndLine);

/// <summary>Another name of a node.</summary>
/// <param name="Title">the name</param>
/// <param name="Where">where it is used</param>
public sealed record Alias(string Title, string Where);

/// <summary>A person's edit of what the document says, kept with the node.</summary>
/// <param name="Field">the field of the node that was edited</param>
/// <param name="By">who made it, as a role</param>
/// <param name="On">the day</param>
/// <param name="Why">the reason</param>
public sealed record NodeEdit(string Field, string By, LocalDate On, Localized Why);

/// <summary>A node with everything below it.</summary>
public sealed record NodeContent
{
    /// <summary>The kind.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The human code, unique in the edition, such as <c>8.2.1</c>.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="Was"/> of a node that is new although it looks like one of the edition before.</summary>
    public const string WasNothing = "-";

    /// <summary>
    /// Code of the same node in the edition this one follows, when it was another or when the node cannot be recognised
    /// otherwise; <see cref="WasNothing"/> of a new node that could be taken for an old one.
    /// </summary>
    public string? Was { get; init; }

    /// <summary>The title; null when the document gives none and nobody has supplied it yet.</summary>
    public Localized? Title { get; init; }

    /// <summary>The change wanted (of an area), or null.</summary>
    public Localized? Change { get; init; }

    /// <summary>Further text of the node, or null.</summary>
    public Localized? Text { get; init; }

    /// <summary>Key of the department that owns it; null when it is the same as of the node above, or unknown.</summary>
    public string? Department { get; init; }

    /// <summary>Where it stands in the document, or null.</summary>
    public SourceSpan? Source { get; init; }

    /// <summary>Its other names.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>What persons have edited.</summary>
    public IReadOnlyList<NodeEdit> Edits { get; init; } = [];

    /// <summary>The nodes below it, in their order.</summary>
    public IReadOnlyList<NodeContent> Children { get; init; } = [];
}

/// <summary>An instrument that a measure needs to be carried out.</summary>
public sealed record Need
{
    /// <summary>Stable key, unique in the programme.</summary>
    public required string Key { get; init; }

    /// <summary>Code of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Kind of the instrument.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>What it is.</summary>
    public required Localized Title { get; init; }

    /// <summary>Codes of the measure's activities that it serves.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Whether the records are inspected, scored, certified or categorised.</summary>
    public bool Assess { get; init; }

    /// <summary>Whether people register for the events.</summary>
    public bool Signup { get; init; }

    /// <summary>Whether its content is restricted.</summary>
    public bool Restricted { get; init; }

    /// <summary>Key of the system's own capability that meets it, or null.</summary>
    public string? MetBy { get; init; }
}
