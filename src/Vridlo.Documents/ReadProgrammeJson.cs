using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Vridlo.Base;

namespace Vridlo.Documents;

/// <summary>The one JSON object of a read document: counts, tree and doubts.</summary>
public static class ReadProgrammeJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// Writes <c>goals areas measures activities achievements</c> (counts), <c>tree</c> and <c>doubts</c> as UTF-8.
    /// </summary>
    /// <param name="programme">what was read</param>
    /// <param name="output">where the object goes; nothing else is written</param>
    /// <param name="language">language of the messages of the doubts</param>
    public static void WriteJson(this ReadProgramme programme, Stream output, Language language)
    {
        using var writer = new Utf8JsonWriter(output, Layout);
        programme.ToJson(language).WriteTo(writer);
    }

    /// <summary>The same object as nodes.</summary>
    public static JsonObject ToJson(this ReadProgramme programme, Language language) => new()
    {
        ["goals"] = programme.Count(OutlineKind.Goal),
        ["areas"] = programme.Count(OutlineKind.Area),
        ["measures"] = programme.Count(OutlineKind.Measure),
        ["activities"] = programme.Count(OutlineKind.Activity),
        ["achievements"] = programme.Count(OutlineKind.Achievement),
        ["tree"] = new JsonArray([.. programme.Outline.Select(Node)]),
        ["doubts"] = new JsonArray([.. programme.Doubts.Select(doubt => new JsonObject
        {
            ["code"] = doubt.Code,
            ["message"] = DocumentTexts.Of(doubt, language),
            ["source"] = Source(doubt.Source),
        })]),
    };

    private static JsonObject Node(OutlineNode node)
    {
        var json = new JsonObject { ["kind"] = node.Kind, ["code"] = node.Code, ["title"] = node.Title };
        if (node.Change is not null) json["change"] = node.Change;
        if (node.Text is not null) json["text"] = node.Text;
        json["source"] = Source(node.Source);
        json["children"] = new JsonArray([.. node.Children.Select(Node)]);
        return json;
    }

    private static JsonObject Source(SourceSpan span)
    {
        var json = new JsonObject();
        if (span.Page is { } page) json["page"] = page;
        json["line"] = span.Line;
        if (span.EndPage is { } endPage) json["endPage"] = endPage;
        json["endLine"] = span.EndLine;
        return json;
    }
}
