using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>
/// A node of the draft that takes over, with its share, what carried out a node that is no longer there: merged into another in the
/// draft, or of the plan that the draft replaces.
/// </summary>
internal sealed class DraftHeir
{
    public const int Whole = 10_000;

    /// <summary>The heir of a node of which somebody has decided that nothing takes its place.</summary>
    public static readonly NodeId Nowhere;

    public required DraftId DraftId { get; init; }

    public required NodeId FromId { get; init; }

    public required NodeId ToId { get; init; }

    /// <summary>In hundredths of a percent; those of one node sum to <see cref="Whole"/>.</summary>
    public required int Share { get; set; }

    /// <summary>False while it is only proposed.</summary>
    public required bool Decided { get; set; }
}
