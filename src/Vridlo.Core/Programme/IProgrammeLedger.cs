using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;

namespace Vridlo.Core.Programme;

/// <summary>
/// The ledger of promises: programmes, their editions and what stands in them. Reading never sees drafts unless asked for
/// one; an approved edition never changes.
/// </summary>
public interface IProgrammeLedger
{
    /// <summary>The programmes, for lists: filter, order and page it, then read it.</summary>
    IQueryable<ProgrammeListed> Programmes { get; }

    /// <summary>The programme with a public edition that was entered first, or null when there is none yet; international goals are nobody's own.</summary>
    Task<string?> First(CancellationToken stop);

    /// <summary>The public edition of a programme with this code, or null.</summary>
    Task<EditionHead?> Edition(string programme, string edition, CancellationToken stop);

    /// <summary>The edition in force on a day, or null when there was none yet (or no such programme).</summary>
    Task<EditionHead?> InForce(string programme, LocalDate day, CancellationToken stop);

    /// <summary>The public editions of a programme, the newest first.</summary>
    Task<IReadOnlyList<EditionHead>> Editions(string programme, CancellationToken stop);

    /// <summary>The names of public editions by identity; drafts are left out.</summary>
    Task<IReadOnlyDictionary<EditionId, EditionNamed>> Named(IReadOnlyList<EditionId> editions, CancellationToken stop);

    /// <summary>All nodes of an edition in the order of the document.</summary>
    Task<IReadOnlyList<Node>> Tree(EditionId edition, CancellationToken stop);

    /// <summary>The nodes of an edition, for lists: filter, order and page it, then read it.</summary>
    IQueryable<NodeListed> Nodes(EditionId edition);

    /// <summary>One node with its surroundings, or null.</summary>
    Task<NodeSurroundings?> Node(EditionId edition, string code, CancellationToken stop);

    /// <summary>
    /// The nodes in which two editions differ or that lead to such nodes; what they have alike is only counted, so this takes
    /// as long as they differ. Of owners only those named at the node itself.
    /// </summary>
    Task<EditionDifference> Difference(EditionId earlier, EditionId later, CancellationToken stop);

    /// <summary>Where these nodes stand on a day, in the editions in force then; those that are in none are left out.</summary>
    Task<IReadOnlyList<NodePlaced>> Placed(IReadOnlyCollection<NodeId> nodes, LocalDate day, CancellationToken stop);

    /// <summary>Where the node stands in each public edition, the oldest first.</summary>
    Task<IReadOnlyList<NodeInEdition>> History(NodeId node, CancellationToken stop);

    /// <summary>
    /// Where nodes stand on a day: in the edition in force then, else in the newest public one that has them. Those in none are left out.
    /// </summary>
    Task<IReadOnlyList<NodeStanding>> Standing(IReadOnlyCollection<NodeId> nodes, LocalDate day, CancellationToken stop);

    /// <summary>The nodes of these kinds in the order of the document; of owners only those named at the node itself.</summary>
    Task<IReadOnlyList<Node>> Nodes(EditionId edition, IReadOnlyList<NodeKind> kinds, CancellationToken stop);

    /// <summary>What the edition's measures need; of those at or below <paramref name="under"/> when it is given.</summary>
    Task<IReadOnlyList<NeedState>> Needs(EditionId edition, NodeId? under, CancellationToken stop);

    /// <summary>The lines of the document on which a span stands, with a few lines before and after; empty without document.</summary>
    Task<IReadOnlyList<DocumentLine>> Excerpt(EditionId edition, SourceSpan span, CancellationToken stop);

    /// <summary>One part of the document (a page, or a stretch of lines where it has no pages), or null.</summary>
    Task<DocumentPart?> DocumentPart(EditionId edition, int part, CancellationToken stop);

    /// <summary>Everything an edition says, as it was entered; null edition means the newest. Null when there is none.</summary>
    Task<EditionContent?> Content(string programme, string? edition, CancellationToken stop);

    /// <summary>
    /// Enters an edition; the caller commits. An approved edition that is there already is left alone when it says the same,
    /// and refused (<c>programme.edition.approved</c>) when it says anything else; a draft is replaced.
    /// </summary>
    Task<Result<Entered>> Enter(EditionContent content, CancellationToken stop);

    /// <summary>
    /// Enters an edition whose nodes are known by identity, as a draft knows them, not by what they look like. The content must say
    /// <see cref="NodeContent.Was"/> so that loading it elsewhere finds the same. Nodes that are not named become new ones. An
    /// approved edition must follow the newest one (<c>programme.edition.follows-old</c>): a draft knows nothing of what it has not seen.
    /// </summary>
    Task<Result<Entered>> Enter(EditionContent content, Identified known, CancellationToken stop);

    /// <summary>The identities that entering this content would give; nothing is written.</summary>
    Task<Identified> Identify(EditionContent content, CancellationToken stop);
}

/// <summary>Who is who in an edition.</summary>
/// <param name="Programme">the programme; used only while there is none with the code</param>
/// <param name="Nodes">identity of each node by its code; no identity twice</param>
public sealed record Identified(ProgrammeId Programme, IReadOnlyDictionary<string, NodeId> Nodes);

/// <summary>What entering an edition came to.</summary>
/// <param name="Edition">the edition</param>
/// <param name="Changed">false when it was there already and says the same: there is nothing to commit</param>
/// <param name="Nodes">how many nodes it has</param>
public sealed record Entered(EditionId Edition, bool Changed, int Nodes);

/// <summary>What an edition is called.</summary>
/// <param name="Id">its identity</param>
/// <param name="Programme">code of the programme</param>
/// <param name="ProgrammeTitle">name of the programme</param>
/// <param name="Code">code of the edition</param>
/// <param name="Title">name of the edition</param>
public sealed record EditionNamed(EditionId Id, string Programme, Localized ProgrammeTitle, string Code, Localized Title);

/// <summary>A programme in a list.</summary>
public sealed record ProgrammeListed
{
    /// <summary>Its identity.</summary>
    public required ProgrammeId Id { get; init; }

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose it is.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>Official code of its territory.</summary>
    public required string Territory { get; init; }

    /// <summary>Its name.</summary>
    public required Localized Title { get; init; }

    /// <summary>Its Czech name, for sorting.</summary>
    public required string SortTitle { get; init; }
}

/// <summary>A node in a list.</summary>
public sealed record NodeListed
{
    /// <summary>Identity through all editions.</summary>
    public required NodeId Id { get; init; }

    /// <summary>The kind.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The code, unique in the edition.</summary>
    public required string Code { get; init; }

    /// <summary>Place in the order of the document, from 1; unique in the edition.</summary>
    public required int Position { get; init; }

    /// <summary>0 for top nodes.</summary>
    public required int Depth { get; init; }

    /// <summary>Code of the node right above, or null for top nodes.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of the area in which it stands (its own when it is an area), or null.</summary>
    public string? Area { get; init; }

    /// <summary>The title, or null when the document gives none.</summary>
    public Localized? Title { get; init; }

    /// <summary>Key of the owning department, its own or of the nearest node above; null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>Page of the document on which it begins, or null.</summary>
    public int? SourcePage { get; init; }

    /// <summary>Line on which it begins, or null.</summary>
    public int? SourceLine { get; init; }
}

/// <summary>The head of an edition and of its programme.</summary>
public sealed record EditionHead
{
    /// <summary>Identity of the edition.</summary>
    public required EditionId Id { get; init; }

    /// <summary>Identity of the programme.</summary>
    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>Whose programme it is.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>Official code of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>Name of the programme.</summary>
    public required Localized Title { get; init; }

    /// <summary>Short name of the programme, or null.</summary>
    public Localized? Short { get; init; }

    /// <summary>Code of the edition.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the edition.</summary>
    public required Localized EditionTitle { get; init; }

    /// <summary>Where the edition stands.</summary>
    public required EditionStatus Status { get; init; }

    /// <summary>First day in force, or null.</summary>
    public LocalDate? InForceFrom { get; init; }

    /// <summary>First day on which a later edition is in force instead, or null.</summary>
    public LocalDate? ReplacedOn { get; init; }

    /// <summary>The resolutions it rests on.</summary>
    public required IReadOnlyList<Approval> Approvals { get; init; }

    /// <summary>When it was entered into this installation.</summary>
    public required Instant EnteredAt { get; init; }

    /// <summary>The document's title, or null without document.</summary>
    public Localized? DocumentTitle { get; init; }

    /// <summary>SHA-256 of the original file in lower-case hexadecimal, or null without document.</summary>
    public string? DocumentSha256 { get; init; }

    /// <summary>Where the document is from, or null.</summary>
    public Localized? DocumentSource { get; init; }

    /// <summary>By whom the owners were assigned, or null.</summary>
    public Localized? OwnersSource { get; init; }

    /// <summary>The departments that own nodes.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }
}

/// <summary>A node as it stands in an edition.</summary>
public sealed record Node
{
    /// <summary>Identity through all editions.</summary>
    public required NodeId Id { get; init; }

    /// <summary>The kind.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The code, unique in the edition.</summary>
    public required string Code { get; init; }

    /// <summary>The title, or null when the document gives none.</summary>
    public Localized? Title { get; init; }

    /// <summary>The change wanted, or null.</summary>
    public Localized? Change { get; init; }

    /// <summary>Further text, or null.</summary>
    public Localized? Text { get; init; }

    /// <summary>Key of the owning department, its own or of the nearest node above; null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>Place in the order of the document, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Position of the last node below it; its own when there is none.</summary>
    public required int Last { get; init; }

    /// <summary>0 for top nodes.</summary>
    public required int Depth { get; init; }

    /// <summary>Where it stands in the document, or null.</summary>
    public SourceSpan? Source { get; init; }

    /// <summary>Its other names.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>What persons have edited.</summary>
    public IReadOnlyList<NodeEdit> Edits { get; init; } = [];

    /// <summary>Whether <paramref name="other"/> stands somewhere below this node.</summary>
    public bool Holds(Node other) => other.Position > Position && other.Position <= Last;
}

/// <summary>A node with the nodes around it.</summary>
/// <param name="Self">the node</param>
/// <param name="Above">the nodes above it, the top one first</param>
/// <param name="Below">everything below it in the order of the document</param>
/// <param name="Siblings">
/// the nodes of its kind under the same parent, itself included, in order; at most <see cref="Neighbours"/> on either side
/// </param>
public sealed record NodeSurroundings(Node Self, IReadOnlyList<Node> Above, IReadOnlyList<Node> Below, IReadOnlyList<Node> Siblings)
{
    /// <summary>How many siblings are given before the node and after it.</summary>
    public const int Neighbours = 20;

    /// <summary>The node with the code and what is around it in a whole tree in the order of the document; null when there is none.</summary>
    internal static NodeSurroundings? In(IReadOnlyList<Node> tree, string code)
    {
        if (tree.FirstOrDefault(n => n.Code == code) is not { } self)
        {
            return null;
        }

        List<Node> above = [.. tree.Take(self.Position - 1).Where(n => n.Holds(self))];
        var beside = tree.Where(n => n.Depth == self.Depth && n.Kind == self.Kind && (above is [] || above[^1].Holds(n)));
        return new(
            self,
            above,
            [.. tree.Skip(self.Position).TakeWhile(self.Holds)],
            [.. beside.Where(n => n.Position < self.Position).TakeLast(Neighbours), self, .. beside.Where(n => n.Position > self.Position).Take(Neighbours)]);
    }

    /// <summary>The sibling before it, or null.</summary>
    public Node? Previous => Siblings.LastOrDefault(s => s.Position < Self.Position);

    /// <summary>The sibling after it, or null.</summary>
    public Node? Next => Siblings.FirstOrDefault(s => s.Position > Self.Position);
}

/// <summary>Where two editions differ.</summary>
/// <param name="Earlier">nodes of the earlier edition that differ or lead to such nodes, in the order of the document</param>
/// <param name="Later">the same of the later edition</param>
/// <param name="Alike">how many nodes of the earlier edition are in the later one with all that stands below them, unchanged</param>
public sealed record EditionDifference(IReadOnlyList<Node> Earlier, IReadOnlyList<Node> Later, int Alike);

/// <summary>A node in one edition of its programme.</summary>
/// <param name="Edition">code of the edition</param>
/// <param name="EditionTitle">name of the edition</param>
/// <param name="InForceFrom">first day in force</param>
/// <param name="Approvals">the resolutions the edition rests on</param>
/// <param name="Node">the node as it stands there</param>
public sealed record NodeInEdition(
    string Edition, Localized EditionTitle, LocalDate? InForceFrom, IReadOnlyList<Approval> Approvals, Node Node);

/// <summary>A node in the edition in force of its programme.</summary>
/// <param name="Id">the node</param>
/// <param name="ProgrammeId">its programme</param>
/// <param name="Programme">code of the programme</param>
/// <param name="ProgrammeTitle">short name of the programme, or its name</param>
/// <param name="Kind">the kind of the node</param>
/// <param name="Code">the code of the node</param>
/// <param name="Title">its title, or null</param>
public sealed record NodePlaced(NodeId Id, ProgrammeId ProgrammeId, string Programme, Localized ProgrammeTitle, NodeKind Kind, string Code, Localized? Title);
/// <summary>Where a node stands.</summary>
/// <param name="Id">the node</param>
/// <param name="ProgrammeId">its programme</param>
/// <param name="Programme">code of the programme</param>
/// <param name="Code">its code</param>
/// <param name="Kind">its kind</param>
/// <param name="Title">its title, or null</param>
/// <param name="Path">the node itself and all nodes above it</param>
public sealed record NodeStanding(NodeId Id, ProgrammeId ProgrammeId, string Programme, string Code, NodeKind Kind, Localized? Title, IReadOnlyList<NodeId> Path);

/// <summary>What a measure needs, and whether it has it.</summary>
/// <param name="Need">the need</param>
/// <param name="MeasureId">identity of the measure</param>
/// <param name="MetBy">codes of the instruments that meet it; empty while it is missing</param>
public sealed record NeedState(Need Need, NodeId MeasureId, IReadOnlyList<InstrumentLinked> MetBy)
{
    /// <summary>Whether at least one working instrument meets it.</summary>
    public bool Works => MetBy.Count > 0;
}

/// <summary>An instrument that meets a need.</summary>
/// <param name="Code">its code</param>
/// <param name="Kind">its kind</param>
/// <param name="Title">its name</param>
/// <param name="Since">since when it works</param>
public sealed record InstrumentLinked(string Code, InstrumentKind Kind, Localized Title, Instant Since);

/// <summary>One line of a document.</summary>
/// <param name="Part">number of the part of the document it stands in</param>
/// <param name="Page">its page, or null when the document has no pages</param>
/// <param name="Number">number from 1 within the page or document</param>
/// <param name="Text">the line as read</param>
/// <param name="Within">whether it belongs to the span that was asked for</param>
public sealed record DocumentLine(int Part, int? Page, int Number, string Text, bool Within);

/// <summary>One part of a document.</summary>
/// <param name="Number">number of the part from 1</param>
/// <param name="Parts">how many parts there are</param>
/// <param name="Page">page of the document, or null when it has no pages</param>
/// <param name="FirstLine">number of the first line</param>
/// <param name="Lines">the lines as read</param>
public sealed record DocumentPart(int Number, int Parts, int? Page, int FirstLine, IReadOnlyList<string> Lines);
