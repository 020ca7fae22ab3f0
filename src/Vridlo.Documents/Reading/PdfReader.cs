using System.Collections.Concurrent;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>PDF: letters become rows, rows become lines in reading order, column by column.</summary>
internal static class PdfReader
{
    /// <summary>Documents with more pages are no programmes.</summary>
    private const int MostPages = 5000;

    public static Result<ReadLines> Read(byte[] bytes, IProgress<double>? progress, CancellationToken stop)
    {
        if (!HasEnd(bytes)) return Problem.Invalid("documents.damaged");
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters() });
            if (document.NumberOfPages > MostPages) return Problem.Invalid("documents.too-large", null, ProgrammeDocument.LargestFile / 1024 / 1024);
            var lines = Partitioner.Create(Pages(document, progress, stop), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().SelectMany(page => page.Lines()).ToList();
            if (lines.Count > 0 && !IsReadable(lines)) return Problem.Invalid("documents.letters-unknown");
            Widen(lines);
            var title = document.Information.Title;
            return new ReadLines("pdf", lines, string.IsNullOrWhiteSpace(title) || title.Contains(".doc", StringComparison.OrdinalIgnoreCase) ? null : Cleaning.Squeeze(title), []);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Problem.Invalid("documents.password");
        }
        catch (AggregateException several) when (several.InnerExceptions.Any(inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(stop);
        }
        catch (InflatedTooFarException)
        {
            return Problem.Invalid("documents.archive-too-large", null, PdfFilters.Largest / 1024 / 1024);
        }
        catch (Exception broken) when (broken is not OperationCanceledException and not OutOfMemoryException)
        {
            // The parser of a foreign format throws anything it likes at damaged input.
            return Problem.Invalid(broken.GetBaseException() is InflatedTooFarException ? "documents.archive-too-large" : "documents.damaged", null, PdfFilters.Largest / 1024 / 1024);
        }
    }

    private static IEnumerable<PdfPage> Pages(PdfDocument document, IProgress<double>? progress, CancellationToken stop)
    {
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            stop.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            yield return new(number, page.Letters, page.Paths);
            progress?.Report(0.95 * number / document.NumberOfPages);
        }
    }

    /// <summary>Fonts may draw letters without saying which they are; then the text is signs without sense.</summary>
    private static bool IsReadable(List<Line> lines)
    {
        long letters = 0, signs = 0;
        foreach (var c in lines.SelectMany(line => line.Raw))
        {
            if (char.IsLetter(c)) letters++;
            else if (!char.IsWhiteSpace(c) && !char.IsDigit(c) && c != '.') signs++;
        }

        return letters > signs;
    }

    /// <summary>A page of short lines does not show its right edge; the other pages of the same shape do.</summary>
    private static void Widen(List<Line> lines)
    {
        foreach (var shape in lines.Where(line => line.Furniture is null && !line.InTable).GroupBy(line => line.Parted))
        {
            var edges = shape.Select(line => line.Edge).Order().ToList();
            var usual = edges[(int)((edges.Count - 1) * 0.8)];
            foreach (var line in shape) line.Edge = Math.Max(line.Edge, usual);
        }
    }

    /// <summary>A whole PDF ends in an end-of-file mark; half of one must not pass for a whole programme.</summary>
    private static bool HasEnd(byte[] bytes) => bytes.AsSpan(Math.Max(0, bytes.Length - 4096)).LastIndexOf("%%EOF"u8) >= 0;
}
