using Vridlo.Base;

namespace Vridlo.Attachments.Files;

/// <summary>What a file is. Others are not taken: they could act when they are opened.</summary>
[Words("attachments.kind")]
internal enum FileKind
{
    /// <summary>PDF</summary>
    Pdf,

    /// <summary>Word without macros</summary>
    Docx,

    /// <summary>Excel without macros</summary>
    Xlsx,

    /// <summary>PowerPoint without macros</summary>
    Pptx,

    /// <summary>OpenDocument text</summary>
    Odt,

    /// <summary>OpenDocument spreadsheet</summary>
    Ods,

    /// <summary>photograph</summary>
    Jpeg,

    /// <summary>drawing</summary>
    Png,
}

/// <summary>Tells what a file is from its bytes; its name and what the browser says of it are not believed.</summary>
internal static class FileKinds
{
    private static readonly (string Part, FileKind Kind)[] Packages =
    [
        ("word/document.xml", FileKind.Docx), ("xl/workbook.xml", FileKind.Xlsx), ("ppt/presentation.xml", FileKind.Pptx),
    ];

    /// <returns>what it is; null for a picture of another form that can be turned into one; or <c>attachments.kind-unknown</c>, <c>attachments.macro</c>, <c>attachments.damaged</c></returns>
    public static Result<Told> Of(byte[] bytes, string name)
    {
        ReadOnlySpan<byte> start = bytes.AsSpan(0, Math.Min(bytes.Length, 16));
        return start.StartsWith("%PDF-"u8) ? new Told(FileKind.Pdf)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || (start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8)) ? new Told(null)
            : start.StartsWith("PK"u8) ? Package(bytes, name)
            : Problem.Invalid("attachments.kind-unknown", "file");
    }

    /// <summary>The media type by which it is served.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.Odt => "application/vnd.oasis.opendocument.text",
        FileKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        FileKind.Jpeg => "image/jpeg",
        _ => "image/png",
    };

    /// <summary>The ending of its name.</summary>
    public static string Ending(this FileKind kind) => kind is FileKind.Jpeg ? "jpg" : WordsAttribute.Name(kind.ToString());

    private static Result<Told> Package(byte[] bytes, string name)
    {
        if (ZipSafety.Look(bytes, out var parts) is not null)
        {
            return Problem.Invalid("attachments.damaged", "file");
        }

        if (parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.StartsWith("Basic/", StringComparison.Ordinal)))
        {
            return Problem.Invalid("attachments.macro", "file");
        }

        foreach (var (part, kind) in Packages)
        {
            if (parts.Contains(part, StringComparer.Ordinal))
            {
                return new Told(kind);
            }
        }

        var isOpen = parts.Contains("mimetype", StringComparer.Ordinal) && parts.Contains("content.xml", StringComparer.Ordinal);
        return isOpen ? new Told(name.EndsWith(".ods", StringComparison.OrdinalIgnoreCase) ? FileKind.Ods : FileKind.Odt) : Problem.Invalid("attachments.kind-unknown", "file");
    }

    /// <summary>What a file is; without kind a picture, whose kind is that which it is turned into.</summary>
    internal sealed record Told(FileKind? Kind);
}
