using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vridlo.Core.Record;

/// <summary>A value as it stands in the record, and back.</summary>
internal static class RecordedValue
{
    /// <summary>The value that a thing has now, as the record would say it.</summary>
    public static JsonElement Of(PropertyEntry property) =>
        JsonSerializer.SerializeToElement(Recorder.Stored(property.Metadata, property.CurrentValue), RecordJson.Options);

    /// <summary>The value that stands in the record.</summary>
    public static object? Read(IReadOnlyProperty property, JsonElement value) =>
        value.ValueKind is JsonValueKind.Null ? null : FromStored(property, value.Deserialize(StoredAs(property), RecordJson.Options));

    /// <summary>The part of a key that stands as text in the record.</summary>
    public static object? Parse(IReadOnlyProperty property, string text) => FromStored(property, StoredAs(property) is var type && type == typeof(Guid)
        ? Guid.Parse(text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture));

    private static object? FromStored(IReadOnlyProperty property, object? stored) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;

    private static Type StoredAs(IReadOnlyProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
