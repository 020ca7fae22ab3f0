using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Vridlo.Core.Api;

/// <summary>Moments as <c>2026-11-23T09:00:00Z</c>.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && InstantPattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true, Value: var moment } ? moment : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

/// <summary>Days as <c>2026-11-23</c>.</summary>
internal sealed class LocalDateJson : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true, Value: var day } ? day : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
