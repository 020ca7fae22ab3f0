using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>
/// Says which edition a draft replaces, and proposes for each of its nodes what takes its place. What somebody has decided already
/// stays. Gives how many nodes have found a home.
/// </summary>
internal sealed class ProposeHeirs(EditDraft edit, IProgrammeLedger ledger)
{
    internal sealed record Command(DraftId Draft, string Programme, string Edition);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<int>(c.Draft, DraftStatus.Editing, async tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        if (await ledger.Edition(c.Programme, c.Edition, stop) is not { } replaced)
        {
            return Problem.NotFound("programmes.unknown", c.Programme);
        }

        tree.Head.ReplacesId = replaced.Id;
        foreach (var heir in tree.Heirs.Where(h => !h.Decided).ToList())
        {
            tree.Leave(heir);
        }

        var decided = tree.Heirs.Select(h => h.FromId).ToHashSet();
        var open = (await ledger.Nodes(replaced.Id, Enum.GetValues<NodeKind>(), stop)).Where(n => !decided.Contains(n.Id) && tree.Find(n.Id) is null).ToList();
        foreach (var (from, homes) in open.Select(n => (n.Id, Homes(n, tree))))
        {
            Divide(tree, from, homes);
        }

        return tree.Heirs.Select(h => h.FromId).Distinct().Count();
    }, act, stop);

    /// <summary>Nodes of the kind with the same title; else the one with the same code, or else any, that shares at least half of the words.</summary>
    private static List<NodeId> Homes(Node old, DraftTree tree)
    {
        List<DraftNode> kind = [.. tree.InOrder().Select(n => n.Node).Where(n => n.Kind == old.Kind)];
        var words = Words(old.Title);
        var same = kind.FindAll(n => words.Count > 0 && Fold(n.Title) == Fold(old.Title));
        return same.Count > 0
            ? [.. same.Select(n => n.NodeId)]
            : [.. kind.Select(n => (n.NodeId, Shared: Shared(words, Words(n.Title)), Code: n.Code == old.Code))
                .Where(n => n.Shared >= 0.5).OrderByDescending(n => n.Code).ThenByDescending(n => n.Shared).Take(1).Select(n => n.NodeId)];
    }

    /// <summary>In equal parts; what does not divide goes to the first.</summary>
    private static void Divide(DraftTree tree, NodeId from, List<NodeId> homes)
    {
        foreach (var (i, home) in homes.Index())
        {
            tree.Give(from, home, (DraftHeir.Whole / homes.Count) + (i == 0 ? DraftHeir.Whole % homes.Count : 0), decided: false);
        }
    }

    private static double Shared(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / Math.Max(a.Count, b.Count);

    private static HashSet<string> Words(Localized? title) => [.. Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Fold(Localized? title) => title is null ? "" : Folding.Fold(title.For(Language.Cs).Text);
}
