using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>Identifies a programme.</summary>
public readonly record struct ProgrammeId(Guid Value) : ITypedId<ProgrammeId>
{
    /// <inheritdoc/>
    public static ProgrammeId From(Guid value) => new(value);
}

/// <summary>Identifies an edition of a programme.</summary>
public readonly record struct EditionId(Guid Value) : ITypedId<EditionId>
{
    /// <inheritdoc/>
    public static EditionId From(Guid value) => new(value);
}

/// <summary>Identifies a node through all editions of its programme, whatever its code, place and wording become.</summary>
public readonly record struct NodeId(Guid Value) : ITypedId<NodeId>
{
    /// <inheritdoc/>
    public static NodeId From(Guid value) => new(value);
}
