namespace Vridlo.Projects.Pool;

/// <summary>Readiness (připravenost) as one figure: a condition begun counts half of one that is met, one that is not needed not at all.</summary>
internal static class ReadinessScore
{
    /// <returns>per cent, rounded down; null when nothing is needed</returns>
    public static int? Of(params IReadOnlyList<Readiness> conditions)
    {
        var needed = conditions.Where(c => c is not Readiness.NotNeeded).ToList();
        return needed.Count == 0 ? null : needed.Sum(c => c switch { Readiness.Met => 100, Readiness.Begun => 50, _ => 0 }) / needed.Count;
    }
}
