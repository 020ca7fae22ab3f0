namespace Vridlo.Core.Record;

/// <summary>A value as the database holds it: a text as UTF-8, bytes as they are.</summary>
/// <param name="bytes">the value; nothing when there is none</param>
/// <param name="isNull">whether there is none</param>
public readonly ref struct Column(ReadOnlySpan<byte> bytes, bool isNull = false)
{
    /// <summary>The value; empty when there is none.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull { get; } = isNull;
}

/// <summary>An act as the database holds it, valid until the next one is read. Nothing is made of it but what is sealed.</summary>
public readonly ref struct ActColumns
{
    /// <summary>Its number.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, in microseconds since 1970; <see cref="long.MinValue"/> when what stands there is no time.</summary>
    public required long At { get; init; }

    /// <summary>The sort of actor.</summary>
    public required Column ActorKind { get; init; }

    /// <summary>The actor's name.</summary>
    public required Column ActorName { get; init; }

    /// <summary>What hides the name; null once the name has been erased.</summary>
    public required Column ActorSalt { get; init; }

    /// <summary>What is sealed instead of the name.</summary>
    public required Column ActorCommitment { get; init; }

    /// <summary>What was done.</summary>
    public required Column Kind { get; init; }

    /// <summary>The reason.</summary>
    public required Column Why { get; init; }

    /// <summary>The decision it rests on, or null.</summary>
    public required Column Decision { get; init; }

    /// <summary>The topics it changed.</summary>
    public required Column Topics { get; init; }

    /// <summary>The seal of the act before.</summary>
    public required Column Previous { get; init; }

    /// <summary>Its seal.</summary>
    public required Column Seal { get; init; }
}

/// <summary>What an act changed in one thing, as the database holds it.</summary>
public readonly ref struct ChangeColumns
{
    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of the act it says it belongs to.</summary>
    public required long ActSequence { get; init; }

    /// <summary>The sort of thing.</summary>
    public required Column Subject { get; init; }

    /// <summary>The thing's identifier.</summary>
    public required Column SubjectId { get; init; }

    /// <summary>The values before, or null.</summary>
    public required Column Before { get; init; }

    /// <summary>The values after, or null.</summary>
    public required Column After { get; init; }
}
