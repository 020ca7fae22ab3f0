using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes;

/// <summary>
/// Nodes as things that can be spoken of, by their identity through all editions: so what was said of one in a draft is said of it in
/// the edition too. One that stands in no public edition is found in the open draft where it stands.
/// </summary>
internal static class NodeSubjects
{
    public const string Kind = "programme.node";

    private const string Public = "/programy/";
    private const int Programmes = 20;
    private const int Most = 20;

    public static SubjectKey Key(NodeId node) => new(Kind, node.Value.ToString());

    public static async Task<IReadOnlyList<Subject>> Find(IServiceProvider unit, IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        var asked = ids.Where(i => Guid.TryParse(i, out _)).Select(i => new NodeId(Guid.Parse(i))).Distinct().ToList();
        var today = unit.GetRequiredService<IClock>().Today();
        var standing = await unit.GetRequiredService<IProgrammeLedger>().Standing(asked, today, stop);
        var found = standing.Select(n => new Subject(Key(n.Id), new(n.ProgrammeId, n.Path), Title(n.Code, n.Title), $"{Public}{n.Programme}/{n.Code}", IsPublic: true)).ToList();
        var missing = asked.Except(standing.Select(n => n.Id)).ToList();
        if (missing.Count > 0)
        {
            found.AddRange(await InDrafts(unit.GetRequiredService<AppDb>(), missing, stop));
        }

        return found;
    }

    /// <summary>The way to who may do what at a node: by its code where a public edition has it, else by its identity.</summary>
    public static Task<SubjectLink?> WhoMay(IServiceProvider unit, Subject subject, CancellationToken stop) => Task.FromResult(subject.Key.Kind == Kind
        ? new SubjectLink("programmes.who-may", "/prace/prava/" + (subject.IsPublic ? subject.Path[Public.Length..] : "uzel/" + subject.Key.Id))
        : null);

    /// <summary>Nodes of the editions in force by their code, or by a part of their title.</summary>
    public static async Task<IReadOnlyList<SubjectKey>> Named(IServiceProvider unit, string text, CancellationToken stop)
    {
        var (ledger, today) = (unit.GetRequiredService<IProgrammeLedger>(), unit.GetRequiredService<IClock>().Today());
        var (code, words) = (text.Trim(), Folding.Fold(text));
        var found = new List<(bool Exact, NodeId Node)>();
        foreach (var programme in await ledger.Programmes.OrderBy(p => p.Id).Select(p => p.Code).Take(Programmes).ToListAsync(stop))
        {
            if (words.Length > 0 && await ledger.InForce(programme, today, stop) is { } edition)
            {
                found.AddRange((await ledger.Tree(edition.Id, stop)).Select(n => (Exact: n.Code == code, Node: n))
                    .Where(n => n.Exact || (n.Node.Title is { } title && Folding.Fold($"{title.Cs} {title.En} {title.De}").Contains(words, StringComparison.Ordinal)))
                    .Take(Most).Select(n => (n.Exact, n.Node.Id)));
            }
        }

        return [.. found.OrderByDescending(f => f.Exact).Select(f => Key(f.Node)).Take(Most)];
    }

    private static async Task<IReadOnlyList<Subject>> InDrafts(AppDb db, List<NodeId> nodes, CancellationToken stop)
    {
        var places = await (from node in db.Set<DraftNode>().AsNoTracking()
                            join draft in db.Set<Draft>() on node.DraftId equals draft.Id
                            where nodes.Contains(node.NodeId) && draft.OpenKey != null
                            select new { node.NodeId, node.DraftId }).ToListAsync(stop);
        var found = new List<Subject>();
        foreach (var inDraft in places.DistinctBy(p => p.NodeId).GroupBy(p => p.DraftId))
        {
            if (await DraftTree.Read(db, inDraft.Key, stop) is { } tree)
            {
                found.AddRange(inDraft.Select(p => tree.Find(p.NodeId)).OfType<DraftNode>().Select(n => new Subject(
                    Key(n.NodeId), tree.At(n.NodeId), Title(n.Code, n.Title), $"/prace/koncepty/{inDraft.Key.Value}/uzel/{n.NodeId.Value}", IsPublic: false)));
            }
        }

        return found;
    }

    private static Localized Title(string code, Localized? title) => title?.Prefixed(code + " ") ?? new(code);
}
