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

    /// <summary>The place of measures and activities of these codes, with all that they stand below; of none the programme itself; null when there is no programme.</summary>
    public static async Task<At?> At(this OwnProgramme programme, IEnumerable<string> codes, CancellationToken stop)
    {
        var known = await programme.ByCode(stop);
        List<Node> named = [.. codes.Select(known.GetValueOrDefault).OfType<Node>()];
        return await programme.Edition(stop) is { } found
            ? new(found.ProgrammeId, (await programme.Tree(stop)).Where(n => named.Any(m => m.Id == n.Id || n.Holds(m))).Select(n => n.Id).ToHashSet()) : null;
    }
}
