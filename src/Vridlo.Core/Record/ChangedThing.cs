using System.Text.Json;

namespace Vridlo.Core.Record;

/// <summary>What an act changed in one thing.</summary>
/// <param name="subject">the sort of thing, such as <c>programmes.draft.node</c></param>
/// <param name="id">its key as text, the parts of a compound one with <c>/</c> between them</param>
/// <param name="before">the changed values before, as a JSON object; null when the thing was new</param>
/// <param name="after">the changed values after, as a JSON object; null when the thing was removed</param>
public sealed class ChangedThing(string subject, string id, string? before, string? after)
{
    /// <summary>The sort of thing.</summary>
    public string Subject => subject;

    /// <summary>Its key as text.</summary>
    public string Id => id;

    /// <summary>The changed values before, by column; null when the thing was new.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Before { get; } = Read(before);

    /// <summary>The changed values after, by column; null when the thing was removed.</summary>
    public IReadOnlyDictionary<string, JsonElement>? After { get; } = Read(after);

    /// <summary>The columns that changed.</summary>
    public IEnumerable<string> Columns => (After ?? Before ?? new Dictionary<string, JsonElement>()).Keys;

    internal static ChangedThing Of(RecordedChange change) => new(change.Subject, change.SubjectId, change.Before, change.After);

    private static Dictionary<string, JsonElement>? Read(string? values) =>
        values is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(values, RecordJson.Options);
}
