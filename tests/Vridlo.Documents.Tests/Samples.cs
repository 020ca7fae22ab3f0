using System.Text;
using System.Text.Json;
using Vridlo.Base;

namespace Vridlo.Documents.Tests;

/// <summary>Documents of the tests, and trees as short text for comparing.</summary>
internal static class Samples
{
    private static string Folder => AppContext.BaseDirectory;

    public static string PathTo(params string[] parts) => Path.Combine([Folder, .. parts]);

    public static ReadProgramme Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Value(ProgrammeDocument.Read(Path.GetFileName(path), stream));
    }

    public static ReadProgramme ReadText(string text, string name = "program.txt") =>
        Value(ProgrammeDocument.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text))));

    public static Result<ReadProgramme> Try(string name, byte[] bytes) => ProgrammeDocument.Read(name, new MemoryStream(bytes));

    private static ReadProgramme Value(Result<ReadProgramme> result)
    {
        Assert.True(result.Ok, string.Join(' ', result.Problems.Select(problem => problem.Code)));
        return result.Value;
    }

    /// <summary>A line for each node: indentation, kind, title.</summary>
    public static string Outline(IEnumerable<OutlineNode> nodes, int depth = 0) => string.Concat(nodes.Select(node =>
        $"{new string(' ', depth * 2)}{node.Kind} {Plain(node.Title)}\n{Outline(node.Children, depth + 1)}"));

    public static string Outline(JsonElement nodes, int depth = 0) => string.Concat(nodes.EnumerateArray().Select(node =>
        $"{new string(' ', depth * 2)}{Text(node, "kind")} {Plain(Text(node, "title"))}\n{Outline(node.GetProperty("children"), depth + 1)}"));

    public static IEnumerable<string> Codes(JsonElement nodes) =>
        nodes.EnumerateArray().SelectMany(node => Codes(node.GetProperty("children")).Prepend(Text(node, "code")));

    private static string Text(JsonElement node, string name) => node.GetProperty(name).GetString()!;

    private static string Plain(string title) => title.TrimEnd('.', ';', ',', ' ').ToUpperInvariant();
}
