using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Instruments;

/// <summary>Which instruments carry out which nodes. Writing enlists in the unit of work; the caller commits.</summary>
public interface IInstrumentLinks
{
    /// <summary>The instruments that carry out these nodes.</summary>
    Task<IReadOnlyList<InstrumentAt>> At(IReadOnlyCollection<NodeId> nodes, CancellationToken stop);

    /// <summary>
    /// Lets the instruments of nodes carry out also those that take their place. The old links stay, so an old plan stays readable.
    /// </summary>
    Task Carry(IReadOnlyCollection<Succession> successions, CancellationToken stop);
}

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
