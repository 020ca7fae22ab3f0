using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>
/// Says which edition a draft replaces, if any, and proposes for each of its nodes what takes its place. What somebody has decided already
/// of its nodes stays, what was decided of another plan goes with that. Gives how many nodes have found a home.
/// </summary>
internal sealed class ProposeHeirs(EditDraft edit, IProgrammeLedger ledger)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Programme">code of the replaced programme; null when the draft replaces none</param>
    /// <param name="Edition">code of its edition</param>
    internal sealed record Command(DraftId Draft, string? Programme, string? Edition);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<int>(c.Draft, DraftStatus.Editing, async tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        var replaced = c.Programme is null ? null : await ledger.Edition(c.Programme, c.Edition ?? "", stop);
        if (c.Programme is not null && replaced is null)
        {
            return Problem.NotFound("programmes.unknown", c.Programme);
        }

        if (replaced is null && tree.Head.ReplacesId is null)
        {
            return Problem.Invalid("programmes.replace.choose", "replaces");
        }

        var nodes = await Nodes(replaced?.Id, stop);
        var stay = nodes.Concat(await Nodes(tree.Head.BaseId, stop)).Select(n => n.Id);
        var former = (await Nodes(tree.Head.ReplacesId, stop)).Select(n => n.Id).Except(stay).ToHashSet();
        var decided = tree.Heirs.Where(h => h.Decided).Select(h => h.FromId).ToHashSet();
        var open = nodes.Where(n => !decided.Contains(n.Id) && tree.Find(n.Id) is null).ToDictionary(n => n.Id);
        tree.Head.ReplacesId = replaced?.Id;
        foreach (var heir in tree.Heirs.Where(h => former.Contains(h.FromId) || (!h.Decided && !open.ContainsKey(h.FromId))).ToList())
        {
            tree.Leave(heir);
        }

        foreach (var node in open.Values)
        {
            tree.Settle(node.Id, Divided(Homes(node, tree)), decided: false);
        }

        return tree.Heirs.Select(h => h.FromId).Distinct().Count();
    }, act, stop);

    private async Task<IReadOnlyList<Node>> Nodes(EditionId? edition, CancellationToken stop) =>
        edition is { } known ? await ledger.Nodes(known, Enum.GetValues<NodeKind>(), stop) : [];

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
    private static List<(NodeId To, int Share)> Divided(List<NodeId> homes) =>
        [.. homes.Select((home, i) => (home, (DraftHeir.Whole / homes.Count) + (i == 0 ? DraftHeir.Whole % homes.Count : 0)))];

    private static double Shared(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / Math.Max(a.Count, b.Count);

    private static HashSet<string> Words(Localized? title) => [.. Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Fold(Localized? title) => title is null ? "" : Folding.Fold(title.For(Language.Cs).Text);
}
