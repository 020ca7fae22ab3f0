using Vridlo.Core.Record;

namespace Vridlo.Core.Access;

/// <summary>
/// Who asks in this unit of work, and what that person may do. Nobody, who may nothing, until whoever begins the work says who:
/// the host from a session or a token, the command line, a job.
/// </summary>
public sealed class Asker(Declarations declared)
{
    private IReadOnlySet<string>? onlyRights;
    private Actor? own;

    /// <summary>The person, or null for nobody and for the system itself.</summary>
    public Person? Person { get; private set; }

    /// <summary>The roles of the person.</summary>
    public IReadOnlyList<Grant> Grants { get; private set; } = [];

    /// <summary>The role whose view an administrator has taken on, or null. Nothing can be changed then.</summary>
    public Role? SeesAs { get; private set; }

    /// <summary>Whether somebody asks.</summary>
    public bool IsKnown => own is not null;

    /// <summary>Lets a person ask.</summary>
    /// <param name="person">the person</param>
    /// <param name="grants">the person's roles</param>
    /// <param name="only">the only rights that may be used, as a token says; null for all of them</param>
    /// <param name="sees">the role whose view the person has taken on, or null</param>
    public void Become(Person person, IReadOnlyList<Grant> grants, IReadOnlySet<string>? only = null, Role? sees = null)
    {
        (Person, Grants, onlyRights, SeesAs) = (person, sees is { } role ? [new(role)] : grants, only, sees);
        own = new(only is null ? "person" : "machine", person.Id.Value.ToString());
    }

    /// <summary>Lets the system itself or the person at the command line ask, who may everything.</summary>
    public void Become(Actor actor) => (own, Person, Grants, onlyRights) = (actor, null, [new(Role.Administrator)], null);

    /// <summary>Lets ask whoever asks in another unit of work, with the same rights and no more: for work that goes on beside a request.</summary>
    public void Become(Asker other) => (own, Person, Grants, onlyRights, SeesAs) = (other.own, other.Person, other.Grants, other.onlyRights, other.SeesAs);

    /// <summary>Whether the right is held anywhere; one over what belongs to the whole office is held everywhere or not at all.</summary>
    public bool May(string right) => Holds(right, _ => true);

    /// <summary>Whether the right is held everywhere, not only in some programme or part of it.</summary>
    public bool MayEverywhere(string right) => Holds(right, grant => grant.IsEverywhere);

    /// <summary>Whether the right is held at this place.</summary>
    public bool May(string right, At at) => Holds(right, grant => grant.Reaches(at));

    /// <summary>What is done now, by whoever asks.</summary>
    /// <exception cref="InvalidOperationException">when nobody asks, or in the view of another role</exception>
    public Act Act(string kind, string why, string? decision = null) =>
        own is not null && SeesAs is null ? new(own, kind, why, decision) : throw new InvalidOperationException("Nobody who may change things asks.");

    private bool Holds(string right, Func<Grant, bool> here) =>
        right == Rights.Public
        || (own is not null && right == Rights.SignedIn)
        || ((onlyRights is null || onlyRights.Contains(right))
            && declared.Rights.FirstOrDefault(r => r.Key == right) is { } found
            && Grants.Any(g => found.HeldBy(g) && here(g)));
}
