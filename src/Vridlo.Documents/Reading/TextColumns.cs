namespace Vridlo.Documents.Reading;

/// <summary>Plain text in two columns: a gutter of spaces at the same place over many lines parts them.</summary>
internal static class TextColumns
{
    public static List<Line> Part(List<Line> lines) => lines;
}
