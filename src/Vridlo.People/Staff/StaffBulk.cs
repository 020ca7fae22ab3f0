using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Staff;

/// <summary>What can be done to many people at once.</summary>
internal static class StaffBulk
{
    public static IReadOnlyList<BulkAction<PersonListed>> All { get; } =
    [
        new("give", "people.bulk.give", JudgeGive, Give)
        {
            Choices = [.. Enum.GetValues<Role>().Select(r => (r.ToString(), WordsAttribute.Key(r)))],
            Beside = "roles",
        },
        new("leave", "people.bulk.leave", JudgeLeave, Leave) { Beside = "state" },
    ];

    private static async Task<IReadOnlyList<BulkLine<PersonListed>>> JudgeGive(IServiceProvider services, BulkAsked<PersonListed> asked, CancellationToken stop)
    {
        var grant = new Grant(Enum.Parse<Role>(asked.Choice));
        var held = (await services.GetRequiredService<IPeople>().Grants(stop)).Where(g => g.Grant == grant).Select(g => g.Person).ToHashSet();
        return [.. asked.Rows.Select(p => new BulkLine<PersonListed>(p, p.Left is not null ? Problem.Invalid("people.bulk.has-left") : held.Contains(p.Id) ? Problem.Invalid("people.role.held") : null))];
    }

    private static async Task<Result<int>> Give(IServiceProvider services, BulkAsked<PersonListed> asked, CancellationToken stop)
    {
        if (services.GetRequiredService<Asker>() is var asker && !asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        var people = services.GetRequiredService<IPeople>();
        foreach (var person in asked.Rows)
        {
            people.Give(person.Id, new(Enum.Parse<Role>(asked.Choice)));
        }

        return await services.GetRequiredService<AppDb>().Commit(asker.Act("people.give-role", asked.Why), stop) ? asked.Rows.Count : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>One administrator at least has to stay: of those who are left in the list the last is refused.</summary>
    private static async Task<IReadOnlyList<BulkLine<PersonListed>>> JudgeLeave(IServiceProvider services, BulkAsked<PersonListed> asked, CancellationToken stop)
    {
        var administrators = (await services.GetRequiredService<IPeople>().Grants(stop)).Where(g => g.Grant is { Role: Role.Administrator, IsEverywhere: true }).Select(g => g.Person).ToHashSet();
        var me = services.GetRequiredService<Asker>().Person?.Id;
        var lines = new List<BulkLine<PersonListed>>();
        foreach (var person in asked.Rows)
        {
            var refused = person.Left is not null ? Problem.Invalid("people.bulk.has-left")
                : person.Id == me ? Problem.Invalid("people.bulk.yourself")
                : administrators.SetEquals([person.Id]) ? Problem.Invalid("people.role.last-administrator")
                : null;
            lines.Add(new(person, refused));
            if (refused is null)
            {
                administrators.Remove(person.Id);
            }
        }

        return lines;
    }

    private static Task<Result<int>> Leave(IServiceProvider services, BulkAsked<PersonListed> asked, CancellationToken stop) =>
        services.GetRequiredService<EndWork>().LeaveAll([.. asked.Rows.Select(p => p.Id)], asked.Why, stop);
}
