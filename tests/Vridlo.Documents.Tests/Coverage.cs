namespace Vridlo.Documents.Tests;

/// <summary>Every line of a document is in a node, in known furniture, or in the report.</summary>
internal static class Coverage
{
    public static void Holds(ReadProgramme read)
    {
        var codes = read.All().Select(node => node.Code).ToHashSet();
        var report = read.Doubts.Where(doubt => doubt.Code.StartsWith("documents.doubt.unplaced-", StringComparison.Ordinal)).Select(doubt => doubt.Source).ToList();
        Assert.NotEmpty(read.DocumentText);
        foreach (var line in read.DocumentText)
        {
            if (line.Use is LineUse.Node) Assert.Contains(line.What, codes);
            else Assert.NotEqual("", line.What);
            if (line.Use is LineUse.Unplaced) Assert.Contains(report, source => Covers(source, line));
        }
    }

    private static bool Covers(SourceSpan source, DocumentLine line) =>
        (source.Page ?? 0, source.Line).CompareTo((line.Page ?? 0, line.Number)) <= 0 && (source.EndPage ?? 0, source.EndLine).CompareTo((line.Page ?? 0, line.Number)) >= 0;
}
