using Vridlo.Base;

namespace Vridlo.Programmes.Drafting;

/// <summary>Turns of those who change the same draft. Two drafts may share them: there is a fixed number, whatever identities are asked for.</summary>
internal sealed class DraftTurns
{
    private readonly Turns[] turns = [.. Enumerable.Range(0, 32).Select(_ => new Turns())];

    /// <summary>The turns of a draft.</summary>
    public Turns Of(DraftId draft) => turns[Math.Abs(draft.GetHashCode() % turns.Length)];
}
