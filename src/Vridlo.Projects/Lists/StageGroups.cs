using Vridlo.Base;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Lists;

/// <summary>Stages that are counted, and found, as one.</summary>
internal static class StageGroups
{
    /// <summary>zásobník: all that was not given up</summary>
    public const string Pool = "pool";

    /// <summary>what is got ready</summary>
    public const string Preparing = "preparing";

    /// <summary>what is there</summary>
    public const string Done = "done";

    private static readonly Dictionary<string, IReadOnlyList<Stage>> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        [Pool] = [.. Enum.GetValues<Stage>().Where(s => s is not Stage.Dropped)],
        [Preparing] = [Stage.Intent, Stage.Preparation, Stage.Ready, Stage.Funded],
        [Done] = [Stage.Finished, Stage.InOperation],
    };

    /// <summary>The stages that a word of an address means, of a group or a single one; null when it means none.</summary>
    public static IReadOnlyList<Stage>? Of(string word) =>
        Groups.TryGetValue(word, out var group) ? group : WordsAttribute.Read<Stage>(word) is { } stage ? [stage] : null;
}
