using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Vridlo.Core.Record;

namespace Vridlo.Core.Programme;

/// <summary>How the ledger writes values as JSON inside the database and for digests.</summary>
internal static class ProgrammeJson
{
    public static JsonSerializerOptions Options { get; } = new(RecordJson.Options)
    {
        Converters = { new LocalDateJson(), new JsonStringEnumConverter() },
    };

    private sealed class LocalDateJson : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
