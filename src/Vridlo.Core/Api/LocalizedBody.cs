using System.Text.Json;
using System.Text.Json.Serialization;
using Vridlo.Base;

namespace Vridlo.Core.Api;

/// <summary>Reads a text in languages strictly: no other member, at least one text, each as every other text of a body.</summary>
internal sealed class LocalizedBody : JsonConverter<Localized>
{
    public override Localized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var said = JsonSerializer.Deserialize<Said>(ref reader, options)!;
        return string.IsNullOrWhiteSpace(said.Cs) && string.IsNullOrWhiteSpace(said.En) && string.IsNullOrWhiteSpace(said.De)
            ? throw new JsonException()
            : new(said.Cs, said.En, said.De);
    }

    public override void Write(Utf8JsonWriter writer, Localized value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, ApiJson.Options);

    private sealed record Said(string? Cs = null, string? En = null, string? De = null);
}
