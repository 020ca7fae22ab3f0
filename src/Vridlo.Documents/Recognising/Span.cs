using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

internal static class Span
{
    /// <summary>From the first to the last of the lines, in the order of the document.</summary>
    public static SourceSpan Of(IReadOnlyList<Line> lines)
    {
        var ordered = lines.OrderBy(line => line.Page ?? 0).ThenBy(line => line.Number).ToList();
        var (first, last) = (ordered[0], ordered[^1]);
        return new(first.Page, first.Number, last.Page, last.Number);
    }
}
