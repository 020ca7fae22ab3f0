using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vridlo.Core.Record;

/// <summary>How values are written as JSON inside the database: Czech letters as they are.</summary>
public static class RecordJson
{
    /// <summary>The options; nothing written with them goes into HTML unencoded.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
