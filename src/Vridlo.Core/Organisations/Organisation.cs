using Vridlo.Base;

namespace Vridlo.Core.Organisations;

/// <summary>Identifies an organisation.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);
}

/// <summary>An organisation (subjekt): a municipality, an own organisation, a firm, an association. One for all modules.</summary>
internal sealed class Organisation
{
    public required OrganisationId Id { get; init; }

    /// <summary>IČO, eight digits; null of those that have none.</summary>
    public required string? Number { get; set; }

    public required string Name { get; set; }

    /// <summary>The name as names are compared: <see cref="OrganisationNames.Key"/>.</summary>
    public required string NameKey { get; set; }

    /// <summary>Code of the municipality of its seat, or null.</summary>
    public required string? Place { get; set; }

    /// <summary>Street and number of its seat, or empty.</summary>
    public required string Address { get; set; }

    /// <summary>Identifier of its data box (datová schránka), or empty.</summary>
    public required string DataBox { get; set; }

    /// <summary>Address of its site, or empty.</summary>
    public required string Web { get; set; }

    /// <summary>The one with which this one is merged; whatever refers to this one means that one. Null while it stands for itself.</summary>
    public OrganisationId? MergedInto { get; set; }

    public required int Version { get; set; }
}
