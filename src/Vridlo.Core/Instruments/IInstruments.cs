using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Instruments;

/// <summary>The common list of instruments, and which of them carry out which nodes. Writing enlists in the unit of work; the caller commits.</summary>
public interface IInstruments
{
    /// <summary>Enters an instrument under an identity and a code that nobody has.</summary>
    void Add(InstrumentToEnter instrument);

    /// <summary>Changes what an instrument is called, where it is and who carries it out; nothing when there is none.</summary>
    Task Describe(InstrumentId instrument, Localized title, string? place, OrganisationId? bearer, CancellationToken stop);

    /// <summary>Lets an instrument carry out these nodes and no others; needs that it meets stay met.</summary>
    Task Link(InstrumentId instrument, IReadOnlyCollection<NodeId> nodes, CancellationToken stop);

    /// <summary>The instruments that carry out these nodes.</summary>
    Task<IReadOnlyList<InstrumentAt>> At(IReadOnlyCollection<NodeId> nodes, CancellationToken stop);

    /// <summary>
    /// Lets the instruments of nodes carry out also those that take their place. The old links stay, so an old plan stays readable.
    /// </summary>
    Task Carry(IReadOnlyCollection<Succession> successions, CancellationToken stop);

    /// <summary>All instruments, for lists.</summary>
    IQueryable<InstrumentListed> All { get; }

    /// <summary>By what others know the instruments, for lists.</summary>
    IQueryable<InstrumentKeyListed> Keys { get; }

    /// <summary>Says by what others know an instrument: these keys and no others.</summary>
    /// <returns>how many it has then, or <c>instruments.key.wrong</c>, <c>instruments.key.taken</c> with whose it is</returns>
    Task<Result<int>> SetKeys(InstrumentId instrument, IReadOnlyCollection<InstrumentKey> keys, CancellationToken stop);
}

/// <summary>An instrument to enter.</summary>
/// <param name="Id">its identity, which the module's own part of it has too</param>
/// <param name="Code">its code, unique in the installation</param>
/// <param name="Kind">what it is</param>
/// <param name="Title">its name</param>
/// <param name="Path">Czech address of its page</param>
/// <param name="Place">code of the place where it is, or null</param>
/// <param name="Bearer">the organisation that carries it out, or null</param>
public sealed record InstrumentToEnter(InstrumentId Id, string Code, InstrumentKind Kind, Localized Title, string Path, string? Place = null, OrganisationId? Bearer = null);

/// <summary>An instrument that carries out a node.</summary>
/// <param name="Node">the node</param>
/// <param name="NeedKey">key of the node's need that it meets; empty when it meets none in particular</param>
/// <param name="Code">code of the instrument</param>
/// <param name="Title">its name</param>
public sealed record InstrumentAt(NodeId Node, string NeedKey, string Code, Localized Title);

/// <summary>A node takes the place of another, wholly or in part.</summary>
/// <param name="From">the node that was</param>
/// <param name="To">the node that takes its place</param>
/// <param name="Needs">keys of the needs of the new node; an instrument that met another one meets none in particular</param>
public sealed record Succession(NodeId From, NodeId To, IReadOnlyCollection<string> Needs);
