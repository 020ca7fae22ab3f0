using System.Collections.Concurrent;
using Vridlo.Base;

namespace Vridlo.Programmes.Drafting;

/// <summary>Turns of those who change the same draft.</summary>
internal sealed class DraftTurns
{
    private readonly ConcurrentDictionary<DraftId, Turns> drafts = new();

    /// <summary>The turns of a draft.</summary>
    public Turns Of(DraftId draft) => drafts.GetOrAdd(draft, _ => new());
}
