using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;

namespace Vridlo.People.Staff;

/// <summary>Where roles are held: what these places are called, and who may know of them and give roles there.</summary>
internal sealed class RolePlaces(KnownSubjects subjects, IProgrammeLedger programmes, Asker asker)
{
    private const string Nodes = "programme.node";

    /// <summary>The roles by which somebody answers for a part of a plan.</summary>
    public static IReadOnlyList<Role> Answering { get; } = [Role.Owner, Role.Guarantor];

    /// <summary>The node as it stands now, in a public edition or in an open draft; null when there is none that whoever asks may know of.</summary>
    public async Task<Subject?> Find(NodeId node, CancellationToken stop) =>
        await subjects.Find(Key(node), stop) is { } found && (found.IsPublic || asker.Grants.Any(g => g.Programme is null || g.Programme == found.At.Programme)) ? found : null;

    /// <summary>The nodes that stand above one, by identity.</summary>
    public async Task<IReadOnlyDictionary<NodeId, Subject>> Above(Subject node, CancellationToken stop) =>
        (await subjects.Find([.. node.At.Path.Select(Key).Where(k => k != node.Key)], stop)).Values.ToDictionary(s => new NodeId(Guid.Parse(s.Key.Id)));

    /// <summary>
    /// Whether whoever asks may give or take this role: who manages people any, who is entrusted with the plan those that answer for a part of it. Of a
    /// part that is gone only the plan is asked for.
    /// </summary>
    public async Task<bool> MayGive(Grant grant, CancellationToken stop) => asker.May(PeopleRights.Manage)
        || (grant is { Programme: { } programme, Node: { } node } && Answering.Contains(grant.Role)
            && asker.May(PeopleRights.Entrust, (await subjects.Find(Key(node), stop))?.At ?? new(programme, [node])));

    /// <summary>Roles with their places in words, in their order.</summary>
    public async Task<IReadOnlyList<(Role Role, string Place)>> Names(IReadOnlyList<Grant> grants, Texts t, CancellationToken stop)
    {
        var ids = grants.Select(g => g.Programme).OfType<ProgrammeId>().Distinct().ToList();
        var titles = ids.Count == 0 ? [] : await programmes.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, stop);
        var nodes = await subjects.Find([.. grants.Select(g => g.Node).OfType<NodeId>().Select(Key)], stop);
        return [.. grants.Select(g => (g.Role, Name(g, titles, nodes, t)))];
    }

    private static string Name(Grant grant, Dictionary<ProgrammeId, Localized> titles, IReadOnlyDictionary<SubjectKey, Subject> nodes, Texts t)
    {
        if (grant.Programme is not { } id)
        {
            return t["people.role.everywhere"];
        }

        var title = titles.TryGetValue(id, out var known) ? t.Plain(known) : t["people.role.plan-drafted"];
        return grant.Node is not { } node ? title
            : !nodes.TryGetValue(Key(node), out var there) ? $"{title}: {t["people.role.node-gone"]}"
            : there.IsPublic ? $"{title}: {t.Plain(there.Title)}"
            : $"{title}: {t.Plain(there.Title)} ({t["people.role.in-draft"]})";
    }

    private static SubjectKey Key(NodeId node) => new(Nodes, node.Value.ToString());
}
