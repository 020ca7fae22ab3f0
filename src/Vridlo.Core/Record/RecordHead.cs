namespace Vridlo.Core.Record;

/// <summary>
/// The end of the record's chain, in one row: who adds an act holds this row until the end of the transaction, so acts follow
/// each other without gaps whoever writes, and acts cut off the end are missed.
/// </summary>
internal sealed class RecordHead
{
    /// <summary>The number of the only row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>The number of the last act; 0 when there is none.</summary>
    public long Sequence { get; init; }

    /// <summary>The seal of the last act; empty while acts made before there were seals wait for theirs.</summary>
    public required byte[] Seal { get; init; }
}
