using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.People.Staff;

/// <summary>Gives and takes roles. An administrator is one of everything, and the last cannot be lost.</summary>
internal sealed class GiveRole(AppDb db, IPeople people, RolePlaces places, Asker asker, IProgrammeLedger programmes, IClock clock)
{
    /// <summary>Role and where: code of a programme, code of a node of its edition in force; both may be empty.</summary>
    internal sealed record Command(PersonId Person, Role Role, string Programme, string Node);

    public async Task<Result<GrantId>> Run(Command command, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        var where = await Where(command, stop);
        return where.Ok ? await Give(command.Person, where.Value, why, stop) : where.Problems.ToArray();
    }

    /// <summary>Gives a role at a node by its identity, which it has in a draft before it stands in an edition.</summary>
    public async Task<Result<GrantId>> AtNode(PersonId person, Role role, NodeId node, string why, CancellationToken stop)
    {
        if (await places.Find(node, stop) is not { } found)
        {
            return Problem.NotFound("people.role.nowhere");
        }

        var grant = new Grant(role, found.At.Programme, node);
        return await places.MayGive(grant, stop) ? await Give(person, grant, why, stop) : Problem.Forbidden("people.role.may-not");
    }

    public async Task<Result<bool>> Take(PersonId person, GrantId grant, string why, CancellationToken stop)
    {
        if (WhyTyped.Refused(why) is { } refused)
        {
            return refused;
        }

        if ((await people.Grants(person, stop)).FirstOrDefault(g => g.Id == grant) is not { } held)
        {
            return Problem.NotFound("people.unknown");
        }

        if (!await places.MayGive(held.Grant, stop))
        {
            return Problem.Forbidden("people.role.may-not");
        }

        if (held.Grant is { Role: Role.Administrator, IsEverywhere: true } && await AreLast([person], stop))
        {
            return Problem.Invalid("people.role.last-administrator");
        }

        await people.Take(grant, stop);
        return await db.Commit(asker.Act("people.take-role", why.Trim()), stop) ? true : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>Why a role cannot be given where it was meant, or null.</summary>
    internal static Problem? Misplaced(Grant grant) =>
        grant is { Role: Role.Administrator, IsEverywhere: false } ? Problem.Invalid("people.role.administrator-everywhere", "role") : null;

    /// <summary>Whether nobody but these people is an administrator who is still here.</summary>
    internal async Task<bool> AreLast(IReadOnlyList<PersonId> leaving, CancellationToken stop)
    {
        var administrators = (await people.Grants(stop)).Where(g => g.Grant is { Role: Role.Administrator, IsEverywhere: true }).Select(g => g.Person).ToHashSet();
        return administrators.Count > 0 && administrators.IsSubsetOf(leaving);
    }

    private async Task<Result<GrantId>> Give(PersonId person, Grant grant, string why, CancellationToken stop)
    {
        if (WhyTyped.Refused(why) is { } refused)
        {
            return refused;
        }

        if (Misplaced(grant) is { } misplaced)
        {
            return misplaced;
        }

        if (await people.Find(person, stop) is not { Left: null })
        {
            return Problem.NotFound("people.unknown");
        }

        if ((await people.Grants(person, stop)).Any(g => g.Grant == grant))
        {
            return Problem.Invalid("people.role.held", "role");
        }

        var given = people.Give(person, grant);
        return await db.Commit(asker.Act("people.give-role", why.Trim()), stop) ? given : Problem.Conflict("people.changed-meanwhile");
    }

    private async Task<Result<Grant>> Where(Command command, CancellationToken stop)
    {
        if (command.Programme.Length == 0)
        {
            return command.Node.Length == 0 ? new Grant(command.Role) : Problem.Invalid("people.role.programme-needed", "programme");
        }

        var today = clock.Today();
        var edition = await programmes.InForce(command.Programme, today, stop) ?? (await programmes.Editions(command.Programme, stop)).FirstOrDefault();
        if (edition is null)
        {
            return Problem.Invalid("people.role.programme-unknown", "programme", command.Programme);
        }

        if (command.Node.Length == 0)
        {
            return new Grant(command.Role, edition.ProgrammeId);
        }

        return await programmes.Node(edition.Id, command.Node, stop) is { } found
            ? new Grant(command.Role, edition.ProgrammeId, found.Self.Id)
            : Problem.Invalid("people.role.node-unknown", "node", command.Node);
    }
}
