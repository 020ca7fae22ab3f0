using NodaTime;
using Vridlo.Alignment.Deciding;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Comparing;

/// <summary>Two programmes beside each other: what is decided, and what is proposed and not decided yet.</summary>
/// <param name="From">whose nodes support</param>
/// <param name="To">whose nodes are supported</param>
/// <param name="Decided">what people have decided of nodes that both editions have, rejections included</param>
/// <param name="Proposed">what the texts suggest and nobody has decided, the likeliest first</param>
public sealed record Pair(Side From, Side To, IReadOnlyList<Decided> Decided, IReadOnlyList<Proposal> Proposed)
{
    /// <summary>What has been confirmed.</summary>
    public IEnumerable<Decided> Confirmed => Decided.Where(d => d.Verdict is not Verdict.Rejected);

    /// <summary>Nodes of the first programme that are not known to support anything of the second.</summary>
    public IReadOnlyList<Node> SupportNothing => Gaps(From, d => d.From);

    /// <summary>Nodes of the second programme that nothing of the first is known to support.</summary>
    public IReadOnlyList<Node> Unserved => Gaps(To, d => d.To);

    private List<Node> Gaps(Side side, Func<Decided, Node> end)
    {
        List<Node> touched = [.. Confirmed.Where(d => d.Verdict is Verdict.Direct or Verdict.Partly).Select(end).DistinctBy(n => n.Id)];
        return [.. side.Leaves.Where(leaf => !touched.Exists(t => t.Id == leaf.Id || t.Holds(leaf)))];
    }
}

/// <summary>What a person has decided of two nodes.</summary>
public sealed record Decided
{
    /// <summary>The node that supports.</summary>
    public required Node From { get; init; }

    /// <summary>The node that is supported.</summary>
    public required Node To { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Version of the decision, which who changes it must have seen.</summary>
    public required int Version { get; init; }

    internal Verdict Verdict { get; init; }
}
