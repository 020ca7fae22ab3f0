using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>Which kind of node may stand where.</summary>
internal static class DraftKinds
{
    /// <summary>
    /// Whether a node of this kind may stand below that one, or at the top. Steps may be left out: small programmes have measures
    /// right below areas, or no areas at all. Goals and objectives may have goals and objectives of their own.
    /// </summary>
    public static bool Fits(NodeKind kind, NodeKind? above) => (kind, above) switch
    {
        (NodeKind.Activity, null) => false,
        (_, null) => true,
        (NodeKind.Goal, NodeKind.Vision or NodeKind.Goal) or (NodeKind.Objective, NodeKind.Objective) => true,
        (NodeKind.Achievement, NodeKind.Heading) => true,
        (NodeKind.Objective or NodeKind.Measure or NodeKind.Activity, NodeKind.Area or NodeKind.Objective or NodeKind.Measure) => kind > above,
        _ => false,
    };

    /// <summary>At the top a programme begins with what it wants and ends with what has been achieved, as its package does.</summary>
    public static int Part(NodeKind kind) => kind switch
    {
        NodeKind.Vision or NodeKind.Goal => 0,
        NodeKind.Heading or NodeKind.Achievement => 2,
        _ => 1,
    };
}
