namespace Vridlo.Core.Record;

/// <summary>
/// An act that has been undone, by whichever act the record says made this row. The row is recorded like everything else, so whoever
/// undoes the undoing takes it away by that alone.
/// </summary>
internal sealed class UndoneAct
{
    /// <summary>What the record calls this sort of thing.</summary>
    public const string Subject = "record.undone";

    /// <summary>The identity of the act.</summary>
    public required Guid ActId { get; init; }

    /// <summary>What was done first of all: the kind of act whose rules hold for undoing it, for undoing that, and so on.</summary>
    public required string Kind { get; init; }
}
