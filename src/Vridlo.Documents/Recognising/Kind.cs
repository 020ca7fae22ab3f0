namespace Vridlo.Documents.Recognising;

/// <summary>Kinds of nodes while the tree is being recognised.</summary>
internal enum Kind
{
    None, Vision, Goal,

    /// <summary>Called only "goal": above the areas it is a global goal, within one a specific goal.</summary>
    GoalOrObjective,
    Area, Objective, Measure, Activity, Heading, Achievement,
}

internal static class KindNames
{
    public static Kind Parse(string name) => Enum.Parse<Kind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static string Name(this Kind kind) => kind.ToString().ToLowerInvariant();
}
