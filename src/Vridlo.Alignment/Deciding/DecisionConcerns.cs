using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Notices;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Alignment.Deciding;

/// <summary>Who answers for a node is told what others have decided of it, on either side. Many decisions of one act are one notice.</summary>
internal static class DecisionConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        var answering = (await unit.GetRequiredService<IPeople>().Grants(stop)).Where(g => g.Grant is { Role: Role.Owner or Role.Guarantor, Programme: not null }).ToList();
        var decided = answering.Count == 0 ? [] : await Decided(unit, changes, stop);
        return [.. from grant in answering
                   group grant.Grant by grant.Person into person
                   let theirs = decided.Where(d => person.Any(g => g.Reaches(At(d.From)) || g.Reaches(At(d.To)))).ToList()
                   where theirs.Count > 0
                   select Told(unit, person.Key, theirs)];
    }

    /// <summary>Both ends of each decision that was made, changed or taken back, as they stand today.</summary>
    private static async Task<List<(NodeStanding From, NodeStanding To)>> Decided(IServiceProvider unit, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        List<AlignmentId> ids = [.. changes.Where(c => c.After is not null).Select(c => new AlignmentId(Guid.Parse(c.Id)))];
        var rows = await unit.GetRequiredService<AppDb>().Set<DecisionRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(stop);
        List<(NodeId From, NodeId To)> ends =
        [
            .. rows.Select(r => (r.From, r.To)),
            .. changes.Where(c => c.After is null).Select(c => c.Read().Before!).Select(b => (new NodeId(b["from"].GetGuid()), new NodeId(b["to"].GetGuid()))),
        ];
        var standing = (await unit.GetRequiredService<IProgrammeLedger>().Standing([.. ends.SelectMany(e => (NodeId[])[e.From, e.To]).Distinct()], unit.GetRequiredService<ReadPair>().Today, stop)).ToDictionary(n => n.Id);
        return [.. ends.Where(e => standing.ContainsKey(e.From) && standing.ContainsKey(e.To)).Select(e => (standing[e.From], standing[e.To]))];
    }

    private static Concern Told(IServiceProvider unit, PersonId person, List<(NodeStanding From, NodeStanding To)> theirs)
    {
        var (from, to) = theirs[0];
        var one = new Localized(Both(Language.Cs), Both(Language.En), Both(Language.De));
        var title = theirs.Count == 1 ? one : unit.GetRequiredService<TextCatalogue>().Counted("alignment.notice.many", theirs.Count - 1, one);
        return new(title, $"/soulad/{from.Programme}/{to.Programme}", null, [person], IsPublic: true);

        string Both(Language reader) => $"{Named(from, reader)} → {Named(to, reader)}";
    }

    private static string Named(NodeStanding node, Language reader) => $"{node.Code} {node.Title?.For(reader).Text}".Trim();

    private static At At(NodeStanding node) => new(node.ProgrammeId, node.Path);
}
