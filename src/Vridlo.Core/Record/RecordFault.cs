namespace Vridlo.Core.Record;

/// <summary>What has been done to the record. Each has a text under <c>core.record.fault.</c> and its name.</summary>
internal enum FaultKind
{
    /// <summary>An act or what it changed does not say what was sealed.</summary>
    Altered,

    /// <summary>Acts are missing between others.</summary>
    Removed,

    /// <summary>There are acts, or changes of no act, that the chain passes over.</summary>
    Inserted,

    /// <summary>Acts do not stand where they were sealed.</summary>
    Reordered,

    /// <summary>The last acts are missing.</summary>
    Cut,

    /// <summary>The head is missing, or is not the end of the chain.</summary>
    Head,

    /// <summary>The chain does not go through a head that was printed earlier.</summary>
    Foreign,
}

/// <summary>A fault of the record.</summary>
/// <param name="Kind">what has been done</param>
/// <param name="First">number of the first act it concerns</param>
/// <param name="Last">number of the last</param>
internal sealed record RecordFault(FaultKind Kind, long First, long Last)
{
    /// <summary>The numbers as people write them.</summary>
    public string Where => First == Last ? FormattableString.Invariant($"{First}") : FormattableString.Invariant($"{First}–{Last}");
}
