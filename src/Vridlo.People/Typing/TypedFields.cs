using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vridlo.People.Typing;

/// <summary>The fields of a form as they are kept: names and values in their order, without secrets and without what belongs to one rendering of the page.</summary>
internal static class TypedFields
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was typed into such a field is never kept.</summary>
    public static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase) || name is "credential" or "current" or "repeated";

    public static string Write(IEnumerable<(string Name, string Value)> fields) =>
        JsonSerializer.Serialize(fields.Where(f => !f.Name.StartsWith('_') && !IsSecret(f.Name)).Select(f => new[] { f.Name, f.Value }), Readable);

    public static IReadOnlyList<(string Name, string Value)> Read(string fields) =>
        fields.Length == 0 ? [] : [.. JsonSerializer.Deserialize<string[][]>(fields)!.Select(f => (f[0], f[1]))];

    public static int Size(string fields) => Encoding.UTF8.GetByteCount(fields);
}
