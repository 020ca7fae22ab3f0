using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;

namespace Vridlo.People.Staff;

/// <summary>Says in words where a role is held.</summary>
internal static class GrantPlace
{
    /// <summary>All roles with their places, in their order.</summary>
    public static async Task<IReadOnlyList<(Role Role, string Place)>> Names(IProgrammeLedger programmes, IReadOnlyList<Grant> grants, Texts t, CancellationToken stop)
    {
        var named = new List<(Role, string)>();
        foreach (var grant in grants)
        {
            named.Add((grant.Role, await Name(programmes, grant, t, stop)));
        }

        return named;
    }

    public static async Task<string> Name(IProgrammeLedger programmes, Grant grant, Texts t, CancellationToken stop)
    {
        if (grant.Programme is not { } id)
        {
            return t["people.role.everywhere"];
        }

        var programme = await programmes.Programmes.FirstOrDefaultAsync(p => p.Id == id, stop);
        var title = programme?.Title.For(t.Language).Text ?? "?";
        if (grant.Node is not { } node)
        {
            return title;
        }

        var history = await programmes.History(node, stop);
        return history.Count > 0 ? $"{title}: {history[^1].Node.Code} {history[^1].Node.Title?.For(t.Language).Text}" : title;
    }
}
