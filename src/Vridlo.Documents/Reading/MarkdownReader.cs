namespace Vridlo.Documents.Reading;

internal static class MarkdownReader
{
    public static ReadLines Read(string text, IReadOnlyList<Doubt> doubts) => PlainTextReader.Read(text, doubts);
}
