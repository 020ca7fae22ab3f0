using Vridlo.Core.Programme;

namespace Vridlo.Core.Access;

/// <summary>Rights over what belongs to nodes of programmes, such as a project.</summary>
public static class OverNodes
{
    /// <summary>
    /// Whether whoever asks holds the right over something that belongs to these nodes: everywhere, or at one of them; over what belongs to none,
    /// only everywhere.
    /// </summary>
    public static bool May(this Asker asker, string right, IReadOnlyCollection<NodeStanding> nodes) =>
        asker.MayEverywhere(right) || nodes.Any(n => asker.May(right, new At(n.ProgrammeId, n.Path)));
}
