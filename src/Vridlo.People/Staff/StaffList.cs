using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.People.Accounts;

namespace Vridlo.People.Staff;

/// <summary>The people of the office as a list.</summary>
internal static class StaffList
{
    /// <summary>The declaration, with what is shown of each person beside the row: roles, and whether there is an account.</summary>
    public static async Task<ListSource<PersonListed>> Of(AppDb db, IPeople people, Texts t, CancellationToken stop)
    {
        var roles = (await people.Grants(stop)).ToLookup(g => g.Person, g => g.Grant.Role);
        HashSet<Guid> ready = [.. await db.Set<Account>().Select(a => a.Id).ToListAsync(stop)];
        return new(new()
        {
            Name = "people",
            Id = SortKey<PersonListed>.By(p => p.Id),
            Order = "name",
            PageSize = 100,
            Columns =
            [
                new("name", "people.name", p => p.Name) { Sort = SortKey<PersonListed>.By(p => p.Name), Link = p => $"/prace/lide/{p.Id.Value}" },
                new("mail", "people.mail", p => p.Mail) { Sort = SortKey<PersonListed>.By(p => p.Mail) },
                new("roles", "people.own.roles", p => roles[p.Id].Any() ? string.Join(", ", roles[p.Id].Distinct().Order().Select(r => t[r])) : t["people.role.none"]),
                new("state", "people.staff.state", p => p.Left is not null ? "left" : ready.Contains(p.Id.Value) ? "works" : "invited") { Words = "people.staff" },
                new("left", "people.staff.left.when", p => p.Left) { Sort = SortKey<PersonListed>.By(p => p.Left), FilesOnly = true },
            ],
            Filters =
            [
                new("role", "people.role", (rows, word) => Enum.TryParse<Role>(word, out var role) && Enum.IsDefined(role) ? people.Holding(rows, role) : null)
                {
                    Choices = [.. Enum.GetValues<Role>().Select(r => new FilterChoice(r.ToString(), WordsAttribute.Key(r)))],
                },
                new("state", "people.staff.state", (rows, word) => word switch
                {
                    "here" => rows.Where(p => p.Left == null),
                    "left" => rows.Where(p => p.Left != null),
                    _ => null,
                })
                {
                    Choices = [new("here", "people.staff.here"), new("left", "people.staff.left")],
                },
            ],
        }, people.Listed);
    }
}
