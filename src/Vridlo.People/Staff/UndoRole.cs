using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;

namespace Vridlo.People.Staff;

/// <summary>Takes back a role that was given, and gives back one that was taken, by the same rules as giving and taking.</summary>
internal sealed class UndoRole(AppDb db, IPeople people, RolePlaces places, GiveRole roles)
{
    public static void Declare(Declarations d)
    {
        foreach (var kind in (string[])["people.give-role", "people.take-role"])
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoRole>().Run(undoing, stop));
        }
    }

    private async Task<Result<bool>> Run(Undoing undoing, CancellationToken stop)
    {
        // A role can have been given to many at once.
        var administrators = new List<PersonId>();
        foreach (var changed in undoing.Things.Where(t => t.Subject == "person.role"))
        {
            var said = changed.After ?? changed.Before!;
            var grant = Said(said);
            if (!await places.MayGive(grant, stop))
            {
                return Problem.Forbidden("people.role.may-not");
            }

            if (changed.After is null && GiveRole.Misplaced(grant) is { } misplaced)
            {
                return misplaced;
            }

            var person = new PersonId(said["person_id"].GetGuid());
            if (await people.Find(person, stop) is not { Left: null })
            {
                return Problem.NotFound("people.unknown");
            }

            if (changed.Before is null && grant is { Role: Role.Administrator, IsEverywhere: true })
            {
                administrators.Add(person);
            }
        }

        if (administrators.Count > 0 && await roles.AreLast(administrators, stop))
        {
            return Problem.Invalid("people.role.last-administrator");
        }

        if (await undoing.Apply(stop) is { Count: > 0 } refused)
        {
            return refused.ToArray();
        }

        return await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("people.changed-meanwhile");
    }
    private static Grant Said(IReadOnlyDictionary<string, JsonElement> said)
    {
        return new(Enum.Parse<Role>(said["role"].GetString()!), One("programme_id") is { } programme ? new(programme) : null, One("node_id") is { } node ? new(node) : null);

        Guid? One(string column) => said.GetValueOrDefault(column) is { ValueKind: JsonValueKind.String } known ? known.GetGuid() : null;
    }
}
