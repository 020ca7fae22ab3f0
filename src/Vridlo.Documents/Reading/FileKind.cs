using System.Text;
using System.Text.RegularExpressions;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Tells what a file is by its content; its name decides only between plain text and Markdown.</summary>
internal static partial class FileKind
{
    public static Result<string> Of(string fileName, byte[] bytes)
    {
        if (bytes.Length == 0) return Problem.Invalid("documents.empty");
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024));
        if (head.Contains("%PDF-", StringComparison.Ordinal)) return "pdf";
        if (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) || head.StartsWith("PK\u0005\u0006", StringComparison.Ordinal)) return "docx";
        if (head.StartsWith("\u00D0\u00CF\u0011\u00E0", StringComparison.Ordinal))
            return Problem.Invalid(IsEncrypted(bytes) ? "documents.password" : "documents.old-word");
        if (head.StartsWith("{\\rtf", StringComparison.Ordinal)) return Problem.Invalid("documents.format-unsupported", null, "RTF");
        if (Markup().IsMatch(head)) return Problem.Invalid("documents.format-unsupported", null, "HTML");
        foreach (var (mark, name) in (ReadOnlySpan<(string, string)>)[("\u0089PNG", "PNG"), ("\u00FF\u00D8\u00FF", "JPEG"), ("GIF8", "GIF"), ("II*\0", "TIFF"), ("MM\0*", "TIFF")])
            if (head.StartsWith(mark, StringComparison.Ordinal)) return Problem.Invalid("documents.format-unsupported", null, name);
        return Path.GetExtension(fileName).ToLowerInvariant() is ".md" or ".markdown" ? "md" : "txt";
    }

    /// <summary>Whether a text named .txt is Markdown all the same.</summary>
    public static bool IsMarkdown(string text) => MarkdownHeading().Count(text) >= 3;

    /// <summary>A protected Word document is an OLE container with this stream; its directory holds names in UTF-16.</summary>
    private static bool IsEncrypted(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    [GeneratedRegex(@"^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^#{1,6} +\S", RegexOptions.Multiline)]
    private static partial Regex MarkdownHeading();
}
