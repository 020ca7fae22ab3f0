using System.Text.Json;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Editing;

namespace Vridlo.Programmes.Past;

/// <summary>A node as it stood once.</summary>
/// <param name="Kind">its kind</param>
/// <param name="Code">its code</param>
/// <param name="Texts">what it said</param>
/// <param name="Above">what it stood under, or null at the top</param>
/// <param name="Department">the department named at it, or null</param>
internal sealed record PastNode(NodeKind Kind, string Code, NodeTexts Texts, NodeId? Above, string? Department)
{
    /// <summary>As the record says it of a node of a draft.</summary>
    public static PastNode Of(IReadOnlyDictionary<string, JsonElement> recorded) => new(
        Enum.Parse<NodeKind>(recorded["kind"].GetString()!),
        recorded["code"].GetString()!,
        new(Text(recorded["title"]), Text(recorded["change"]), Text(recorded["text"])),
        recorded["parent_id"].ValueKind is JsonValueKind.Null ? null : new NodeId(recorded["parent_id"].GetGuid()),
        recorded["department"].GetString());

    /// <summary>The fields that differ, in each language: field, language, this text, the other.</summary>
    public IEnumerable<(string Field, Language Language, string Then, string Now)> Against(NodeTexts now) =>
        from field in ((string Name, Localized? Then, Localized? Now)[])[("title", Texts.Title, now.Title), ("change", Texts.Change, now.Change), ("text", Texts.Text, now.Text)]
        from language in Enum.GetValues<Language>()
        let texts = (Then: field.Then?[language] ?? "", Now: field.Now?[language] ?? "")
        where texts.Then != texts.Now
        select (field.Name, language, texts.Then, texts.Now);

    private static Localized? Text(JsonElement value) =>
        value.GetString() is { } text ? JsonSerializer.Deserialize<Localized>(text, RecordJson.Options) : null;
}
