using Vridlo.Base;

namespace Vridlo.Core.Organisations;

/// <summary>
/// The register of organisations, one for all modules. Merging one into another changes nothing that refers to it: <see cref="OrganisationListed.Self"/>
/// says whom is meant, so a merge can be undone. Writing enlists in the unit of work; the caller commits.
/// </summary>
public interface IOrganisations
{
    /// <summary>Code of the problem that another organisation has the number; of one that was looked for just before, that it came meanwhile.</summary>
    const string NumberTaken = "organisations.number-taken";

    /// <summary>All organisations, for lists, also those merged into others.</summary>
    IQueryable<OrganisationListed> All { get; }

    /// <summary>
    /// Those that may be the same under another name: alike in name or near it, none of them merged already. By number they cannot be.
    /// </summary>
    Task<IReadOnlyList<OrganisationListed>> Alike(OrganisationId organisation, CancellationToken stop);

    /// <summary>The one with this number or, of those that stand for themselves, the only one with this name; whom it is merged into when it is. Null when there is none, or several. By number only that number is found; what <see cref="Enter"/> would fill it in at is not.</summary>
    Task<OrganisationListed?> Find(string? number, string name, CancellationToken stop);

    /// <summary>
    /// Enters an organisation. One that is given with a number nobody has, and of whose name there is exactly one without number, is that one: the
    /// number, and what else was not known of it, is filled in. Several of one name are not told apart, so another one is entered; nor is it the same
    /// when both have a seat and not the same one.
    /// </summary>
    /// <returns>its identity, or what is wrong by field; <see cref="NumberTaken"/></returns>
    Task<Result<OrganisationId>> Enter(OrganisationFacts facts, CancellationToken stop);

    /// <summary>Changes what is known of an organisation, as seen at a version.</summary>
    Task<Result<int>> Change(OrganisationId organisation, int version, OrganisationFacts facts, CancellationToken stop);

    /// <summary>Merges one into another, with all that are merged into it.</summary>
    /// <returns>how many now mean the other; <c>organisations.merge-itself</c>, <c>organisations.merged-already</c></returns>
    Task<Result<int>> Merge(OrganisationId organisation, OrganisationId into, CancellationToken stop);
}

/// <summary>What is known of an organisation, as it was typed.</summary>
/// <param name="Name">its name</param>
/// <param name="Number">IČO; empty when it has none</param>
/// <param name="Place">code of the municipality of its seat; empty when not known</param>
/// <param name="Address">street and number; may be empty</param>
/// <param name="DataBox">identifier of its data box; may be empty</param>
/// <param name="Web">address of its site; may be empty</param>
public sealed record OrganisationFacts(string Name, string Number = "", string Place = "", string Address = "", string DataBox = "", string Web = "");

/// <summary>An organisation in a list.</summary>
public sealed record OrganisationListed
{
    /// <summary>Identity.</summary>
    public required OrganisationId Id { get; init; }

    /// <summary>IČO, or null.</summary>
    public string? Number { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as names are compared.</summary>
    public required string NameKey { get; init; }

    /// <summary>Code of the municipality of its seat, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Street and number, or empty.</summary>
    public required string Address { get; init; }

    /// <summary>Data box, or empty.</summary>
    public required string DataBox { get; init; }

    /// <summary>Address of its site, or empty.</summary>
    public required string Web { get; init; }

    /// <summary>Who is meant: itself, or the one into which it is merged.</summary>
    public required OrganisationId Self { get; init; }

    /// <summary>For changing it.</summary>
    public required int Version { get; init; }

    /// <summary>What stands for it in addresses: its number, else its identity.</summary>
    public string Code => CodeOf(Number, Id);

    /// <inheritdoc cref="Code"/>
    internal static string CodeOf(string? number, OrganisationId id) => number ?? id.Value.ToString("N");
}
