using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Access;

/// <summary>What somebody is in the office. Which rights a role holds the modules declare.</summary>
[Words("people.role")]
public enum Role
{
    /// <summary>správce: people, settings, and every right of the others</summary>
    Administrator,

    /// <summary>strateg: the programme, its editions and what is reported of it</summary>
    Strategist,

    /// <summary>gestor: answers for an area or a measure</summary>
    Owner,

    /// <summary>garant: gives expert judgement on a part of the programme</summary>
    Guarantor,

    /// <summary>čtenář: reads what is not public</summary>
    Reader,
}

/// <summary>A place in the tree of a programme, with all nodes above it; or several places of what stands at each of them.</summary>
/// <param name="Programme">the programme</param>
/// <param name="Path">the node itself and every node above it, in any order; empty for the programme as a whole</param>
public sealed record At(ProgrammeId Programme, IReadOnlyCollection<NodeId> Path);

/// <summary>A role that a person holds, everywhere or in a part of a programme.</summary>
/// <param name="Role">the role</param>
/// <param name="Programme">the only programme where it is held, or null for all</param>
/// <param name="Node">the node at and below which it is held, or null for the whole programme</param>
public sealed record Grant(Role Role, ProgrammeId? Programme = null, NodeId? Node = null)
{
    /// <summary>Whether it was given everywhere, not only in some programme or part of it.</summary>
    public bool IsEverywhere => this is { Programme: null, Node: null };

    /// <summary>Whether the role is held at this place.</summary>
    public bool Reaches(At at) => (Programme is null || Programme == at.Programme) && (Node is not { } node || at.Path.Contains(node));
}

/// <summary>A right and the roles that hold it; administrators hold every one.</summary>
/// <param name="Key">stable key such as <c>programmes.edit</c>, which is also the key of its text</param>
/// <param name="Roles">the roles beside the administrator</param>
/// <param name="OfOffice">whether it is over what belongs to the whole office, such as people or funds: a role given at some place does not hold it</param>
public sealed record DeclaredRight(string Key, IReadOnlyList<Role> Roles, bool OfOffice = false)
{
    /// <summary>Whether a role holds it, given everywhere.</summary>
    public bool HeldBy(Role role) => role is Role.Administrator || Roles.Contains(role);

    /// <summary>Whether a role holds it where it was given.</summary>
    public bool HeldBy(Grant grant) => HeldBy(grant.Role) && (!OfOffice || grant.IsEverywhere);
}
