using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>What an address says it takes, read from the description of the open interface (JSON Schema 2020-12, as OpenAPI 3.1 uses it).</summary>
/// <param name="document">the description</param>
/// <param name="words">what stands in members that name things, by the name of the member</param>
internal sealed class BodySchema(JsonElement document, IReadOnlyDictionary<string, string> words)
{
    private static int number;

    /// <summary>What is answered about the thing that is written to, or undefined.</summary>
    public JsonElement Now { get; set; }

    /// <summary>A body that the address should take: what stands there now where that is known, else something of the right kind.</summary>
    public JsonNode? Good(JsonElement schema) => Good(schema, Now, "");

    private JsonNode? Good(JsonElement schema, JsonElement now, string name)
    {
        var whole = Resolved(schema);
        return Kind(whole) switch
        {
            "object" when whole.TryGetProperty("properties", out var members) => new JsonObject(members.EnumerateObject().Select(m =>
                KeyValuePair.Create(m.Name, Same(Member(now, m.Name), m.Value) ? JsonNode.Parse(Member(now, m.Name).GetRawText()) : Good(m.Value, Member(now, m.Name), m.Name)))),
            "object" => new JsonObject(),
            "array" => new JsonArray(Good(whole.GetProperty("items"), default, name)),
            "boolean" => JsonValue.Create(true),
            "integer" or "number" => JsonValue.Create(1),
            _ => JsonValue.Create(words.GetValueOrDefault(name) ?? Word(whole)),
        };
    }

    /// <summary>The places in a body where a text stands that may be any, each with what puts another value there.</summary>
    public static IEnumerable<(string Path, Action<JsonNode?> Put)> Places(JsonNode? body) => body switch
    {
        JsonObject members => members.ToList().SelectMany(m => m.Value is JsonObject or JsonArray ? Places(m.Value) : [($"{members.GetPath()}.{m.Key}", (Action<JsonNode?>)(v => members[m.Key] = v))]),
        JsonArray items => items.ToList().SelectMany((item, i) => item is JsonObject or JsonArray ? Places(item) : [($"{items.GetPath()}[{i}]", (Action<JsonNode?>)(v => items[i] = v))]),
        _ => [],
    };

    private static JsonElement Member(JsonElement now, string name) => now.ValueKind is JsonValueKind.Object && now.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Whether what is answered can be sent back as it is.</summary>
    private bool Same(JsonElement now, JsonElement schema) => (now.ValueKind, Kind(Resolved(schema))) switch
    {
        (JsonValueKind.String, "string") => true,
        (JsonValueKind.Number, "integer" or "number") => true,
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        _ => false,
    };

    private static string Word(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) ? words.EnumerateArray().First(w => w.ValueKind is JsonValueKind.String).GetString()!
        : (schema.TryGetProperty("format", out var format) ? format.GetString() : "") switch
        {
            "uuid" => Guid.Empty.ToString(),
            "date" => "2026-12-24",
            "date-time" => "2026-12-24T10:00:00Z",
            _ => $"text {Interlocked.Increment(ref number)}",
        };

    private static string? Kind(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t is not "null") : type.GetString();

    /// <summary>Without references, and of a choice the first that is something.</summary>
    private JsonElement Resolved(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolved(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]));
        }

        return schema.TryGetProperty("oneOf", out var choices) ? Resolved(choices.EnumerateArray().First(c => Kind(c) is not "null")) : schema;
    }
}
