using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>Who takes over what carried out nodes that are no longer there.</summary>
internal sealed partial class DraftTree
{
    /// <summary>Whether somebody has decided what takes the place of a node, and that is there still.</summary>
    public bool HasHeirs(NodeId from) => heirs.Exists(h => h.FromId == from)
        && heirs.TrueForAll(h => h.FromId != from || (h.Decided && (h.ToId == DraftHeir.Nowhere || Find(h.ToId) is not null)));

    /// <summary>Lets these and nobody else take over what carried out a node.</summary>
    public void Settle(NodeId from, IReadOnlyCollection<(NodeId To, int Share)> homes, bool decided)
    {
        foreach (var heir in heirs.Where(h => h.FromId == from && homes.All(n => n.To != h.ToId)).ToList())
        {
            Leave(heir);
        }

        foreach (var (to, share) in homes)
        {
            if (heirs.Find(h => h.FromId == from && h.ToId == to) is { } known)
            {
                (known.Share, known.Decided) = (share, decided);
            }
            else
            {
                Give(from, to, share, decided);
            }
        }
    }

    /// <summary>Says that a node takes over what carried out another that was merged into it.</summary>
    public void Inherit(NodeId from, NodeId to)
    {
        foreach (var heir in heirs.Where(h => h.ToId == from).ToList())
        {
            Leave(heir);
            Give(heir.FromId, to, heir.Share, heir.Decided);
        }

        Give(from, to, DraftHeir.Whole, decided: true);
    }

    /// <summary>Gives a share of what carried out a node to another, beside what it has of it already.</summary>
    public void Give(NodeId from, NodeId to, int share, bool decided)
    {
        if (heirs.Find(h => h.FromId == from && h.ToId == to) is { } known)
        {
            (known.Share, known.Decided) = (known.Share + share, known.Decided && decided);
            return;
        }

        var heir = new DraftHeir { DraftId = Head.Id, FromId = from, ToId = to, Share = share, Decided = decided };
        heirs.Add(heir);
        db.Add(heir);
    }

    public void Leave(DraftHeir heir)
    {
        heirs.Remove(heir);
        db.Remove(heir);
    }
}
