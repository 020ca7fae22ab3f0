using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Looks into a Word package before anything is unpacked: bombs, protection, other formats, external definitions.</summary>
public static class WordSafety
{
    /// <summary>Looks at the bytes of a document.</summary>
    /// <returns>why it is not opened, or null: <c>documents.*</c></returns>
    public static Problem? Check(byte[] bytes)
    {
        var fault = ZipSafety.Look(bytes, out var names);
        bool Has(string start) => names.Any(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return fault switch
        {
            ZipFault.Damaged => Problem.Invalid("documents.damaged"),
            ZipFault.TooLarge => Problem.Invalid("documents.archive-too-large", null, ZipSafety.LargestPart / 1024 / 1024),
            _ when !Has("[Content_Types].xml") || !Has("word/") => Unsupported(Has),
            ZipFault.Encrypted => Problem.Invalid("documents.password"),
            ZipFault.Unsafe => Problem.Invalid("documents.unsafe"),
            _ => null,
        };
    }

    private static Problem Unsupported(Func<string, bool> has)
    {
        if (has("xl/")) return Problem.Invalid("documents.format-unsupported", null, "XLSX");
        if (has("ppt/")) return Problem.Invalid("documents.format-unsupported", null, "PPTX");
        if (has("content.xml")) return Problem.Invalid("documents.format-unsupported", null, "ODT");
        return Problem.Invalid(has("[Content_Types].xml") || has("word/") ? "documents.damaged" : "documents.not-a-document");
    }
}
