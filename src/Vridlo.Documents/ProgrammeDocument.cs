using System.Security.Cryptography;
using Vridlo.Base;
using Vridlo.Documents.Furniture;
using Vridlo.Documents.Reading;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents;

/// <summary>
/// Reads a development programme from plain text, Markdown, Word or PDF and recognises its tree from layout and from the
/// usual phrases of such documents in Czech, English and German.
/// </summary>
public static class ProgrammeDocument
{
    /// <summary>Files over 200 MB are refused before they are read.</summary>
    public const long LargestFile = 200L * 1024 * 1024;

    /// <summary>Reads a document. The format is told by content; nothing is thrown for broken input.</summary>
    /// <param name="fileName">name of the file; only its extension is looked at, to tell Markdown from plain text</param>
    /// <param name="content">the bytes; read to the end, not disposed</param>
    /// <param name="progress">share of the work done, 0 to 1</param>
    /// <param name="stop">stops the reading</param>
    /// <returns>the programme, or a problem <c>documents.…</c> that says in plain words why it cannot be read</returns>
    public static Result<ReadProgramme> Read(string fileName, Stream content, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        if (Bytes(content, stop) is not { } bytes) return Problem.Invalid("documents.too-large", null, LargestFile / 1024 / 1024);
        var read = Lines(fileName, bytes, progress, stop);
        if (!read.Ok) return read.Problems.ToArray();
        if (read.Value.Lines.Count == 0) return Problem.Invalid(read.Value.Format == "pdf" ? "documents.no-text" : "documents.empty");
        var programme = Recognise(read.Value, Convert.ToHexStringLower(SHA256.HashData(bytes)), stop);
        progress?.Report(1);
        return programme;
    }

    private static byte[]? Bytes(Stream content, CancellationToken stop)
    {
        if (content.CanSeek && content.Length - content.Position > LargestFile) return null;
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int got;
        while ((got = content.Read(buffer)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            memory.Write(buffer, 0, got);
            if (memory.Length > LargestFile) return null;
        }

        return memory.ToArray();
    }

    private static Result<ReadLines> Lines(string fileName, byte[] bytes, IProgress<double>? progress, CancellationToken stop)
    {
        var kind = FileKind.Of(fileName, bytes);
        if (!kind.Ok) return kind.Problems.ToArray();
        if (kind.Value == "pdf") return PdfReader.Read(bytes, progress, stop);
        if (kind.Value == "docx") return WordReader.Read(bytes);
        var decoded = Decoding.Text(bytes);
        if (!decoded.Ok) return decoded.Problems.ToArray();
        var (text, doubts) = decoded.Value;
        return kind.Value == "md" || FileKind.IsMarkdown(text) ? MarkdownReader.Read(text, doubts) : PlainTextReader.Read(text, doubts);
    }

    private static Result<ReadProgramme> Recognise(ReadLines read, string hash, CancellationToken stop)
    {
        var doubts = new List<Doubt>(read.Notes);
        Footnotes.Undo(read);
        Rules.Undo(read);
        var running = PageFurniture.Undo(read);
        Contents.Undo(read);
        stop.ThrowIfCancellationRequested();
        var blocks = new BlockBuilder(read, doubts).Build();
        var root = new PartBuilder(blocks, read.Printed).Build();
        var tops = new Recogniser(root, running, doubts).Grow();
        if (tops.Count == 0) return Problem.Invalid("documents.no-tree");
        new Coding(doubts).Give(tops);
        return Outcome.Of(read, tops, doubts, hash);
    }
}
