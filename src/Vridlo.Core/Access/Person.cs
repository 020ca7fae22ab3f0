using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Access;

/// <summary>Identifies a person of the office.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);
}

/// <summary>Identifies a role given to a person.</summary>
public readonly record struct GrantId(Guid Value) : ITypedId<GrantId>
{
    /// <inheritdoc/>
    public static GrantId From(Guid value) => new(value);
}

/// <summary>A person of the office. Never shown to the public.</summary>
/// <param name="Id">identity</param>
/// <param name="Name">name as the person writes it</param>
/// <param name="Mail">address of mail</param>
/// <param name="Language">language of mail and pages after sign-in</param>
/// <param name="Left">when the person left the office, or null</param>
public sealed record Person(PersonId Id, string Name, string Mail, Language Language, Instant? Left);

/// <summary>A person of the office as a row of a list.</summary>
public sealed record PersonListed
{
    /// <summary>identity</summary>
    public required PersonId Id { get; init; }

    /// <summary>name</summary>
    public required string Name { get; init; }

    /// <summary>address of mail</summary>
    public required string Mail { get; init; }

    /// <summary>when the person left the office, or null</summary>
    public required Instant? Left { get; init; }
}

/// <summary>A role a person holds, with its identity.</summary>
/// <param name="Id">identity</param>
/// <param name="Person">who holds it</param>
/// <param name="Grant">the role and where</param>
public sealed record GrantHeld(GrantId Id, PersonId Person, Grant Grant);

/// <summary>A person who asks, with the roles held.</summary>
/// <param name="Person">the person, who has not left</param>
/// <param name="Grants">the roles</param>
public sealed record PersonAsking(Person Person, IReadOnlyList<Grant> Grants);

/// <summary>The people of the office and their roles. Writing enlists in the unit of work; the caller commits.</summary>
public interface IPeople
{
    /// <summary>The person, or null.</summary>
    Task<Person?> Find(PersonId id, CancellationToken stop);

    /// <summary>The person with the roles held, in one question, for it comes with every request; null when there is none, or one who has left.</summary>
    Task<PersonAsking?> Asking(PersonId id, CancellationToken stop);

    /// <summary>The person with this address of mail, however it is capitalised, or null.</summary>
    Task<Person?> WithMail(string mail, CancellationToken stop);

    /// <summary>All people, those who have left last, by name.</summary>
    Task<IReadOnlyList<Person>> All(CancellationToken stop);

    /// <summary>Everybody, as rows of a list.</summary>
    IQueryable<PersonListed> Listed { get; }

    /// <summary>Those of a list who hold a role somewhere.</summary>
    IQueryable<PersonListed> Holding(IQueryable<PersonListed> listed, Role role);

    /// <summary>Names by identity; people who were erased are missing.</summary>
    Task<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> people, CancellationToken stop);

    /// <summary>The roles of a person.</summary>
    Task<IReadOnlyList<GrantHeld>> Grants(PersonId person, CancellationToken stop);

    /// <summary>Every role of people who have not left.</summary>
    Task<IReadOnlyList<GrantHeld>> Grants(CancellationToken stop);

    /// <summary>The roles that reach a place, of people who have not left.</summary>
    Task<IReadOnlyList<GrantHeld>> Holders(At at, CancellationToken stop);

    /// <summary>Enters a person. A second one with the same address of mail makes the commit fail.</summary>
    Person Add(string name, string mail, Language language);

    /// <summary>Changes what is known of a person.</summary>
    Task Change(Person person, CancellationToken stop);

    /// <summary>Gives a person a role.</summary>
    GrantId Give(PersonId person, Grant grant);

    /// <summary>Takes a role away.</summary>
    Task Take(GrantId grant, CancellationToken stop);

    /// <summary>Removes the person, the roles and what is declared to go with a person; the record keeps the bare identity, which then says nothing.</summary>
    Task Erase(PersonId person, CancellationToken stop);
}
