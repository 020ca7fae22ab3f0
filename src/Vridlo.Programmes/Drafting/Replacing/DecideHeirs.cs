using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>Decides what takes the place of a node of the replaced plan, and in which shares. No home at all can be decided too.</summary>
internal sealed class DecideHeirs(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="From">the node of the replaced plan</param>
    /// <param name="Homes">its homes with shares in hundredths of a percent that sum to the whole; none when it has no home</param>
    internal sealed record Command(DraftId Draft, NodeId From, IReadOnlyList<Home> Homes);

    internal sealed record Home(NodeId To, int Share);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.Run<int>(c.Draft, tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        Problem[] refused =
        [
            .. c.Homes.Any(h => tree.Find(h.To) is null) ? [Problem.Conflict("programmes.draft.node-gone")] : Array.Empty<Problem>(),
            .. c.Homes.Count > 0 && (c.Homes.Any(h => h.Share <= 0) || c.Homes.Sum(h => h.Share) != DraftHeir.Whole || c.Homes.DistinctBy(h => h.To).Count() < c.Homes.Count)
                ? [Problem.Invalid("programmes.replace.shares", "share")] : Array.Empty<Problem>(),
        ];
        if (refused.Length > 0)
        {
            return refused;
        }

        tree.Settle(c.From, [.. c.Homes.DefaultIfEmpty(new(DraftHeir.Nowhere, DraftHeir.Whole)).Select(h => (h.To, h.Share))], decided: true);
        return c.Homes.Count;
    }, act, stop);
}
