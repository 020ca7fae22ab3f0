using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vridlo.Base;
using Vridlo.Documents.Reading;

namespace Vridlo.Statements.Letters;

/// <summary>
/// Looks through a template that was uploaded, which nobody trusts: whether it is a Word document without anything that runs or that fetches
/// something from elsewhere when it is opened, and whether its placeholders are known and none is missing.
/// </summary>
internal static partial class CheckTemplate
{
    /// <summary>Larger files are refused (in bytes).</summary>
    public const int Largest = 5 * 1024 * 1024;

    private const long LargestPart = 20L * 1024 * 1024;
    private const string Field = "file";
    private const int MostNamed = 20;

    /// <returns>all that is wrong, said plainly; empty when it can be used</returns>
    public static IReadOnlyList<Problem> Run(byte[] content)
    {
        if (content.Length is 0 or > Largest)
        {
            return [Problem.Invalid(content.Length == 0 ? "statements.template.missing" : "statements.template.large", Field, Largest / 1024 / 1024)];
        }

        if (WordSafety.Check(content) is { } unsafely)
        {
            return [unsafely with { Field = Field }];
        }

        try
        {
            using var stream = new MemoryStream(content);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            return document.MainDocumentPart?.Document?.Body is null ? [Problem.Invalid("documents.damaged", Field)]
                : document.DocumentType is not WordprocessingDocumentType.Document ? [Problem.Invalid("statements.template.macros", Field)]
                : [.. Foreign(document), .. Named(document)];
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The reader of a foreign format throws anything it likes at damaged input.
            return [Problem.Invalid("documents.damaged", Field)];
        }
    }

    /// <summary>What runs, and what is fetched from elsewhere.</summary>
    private static IEnumerable<Problem> Foreign(WordprocessingDocument document)
    {
        var parts = Parts(document).DistinctBy(p => p.Uri).ToList();
        if (parts.Exists(p => p is VbaProjectPart or VbaDataPart || p.ContentType.Contains("macro", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Problem.Invalid("statements.template.macros", Field);
        }

        if (parts.Exists(p => p is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or AlternativeFormatImportPart))
        {
            yield return Problem.Invalid("statements.template.embedded", Field);
        }

        foreach (var link in parts.SelectMany(p => p.ExternalRelationships).Select(r => Short($"{r.Uri}")).Distinct().Take(MostNamed))
        {
            yield return Problem.Invalid("statements.template.external", Field, link);
        }

        var codes = parts.Select(p => p.RootElement).OfType<OpenXmlElement>().SelectMany(r => r.Descendants<Paragraph>())
            .Select(p => string.Concat(p.Descendants<FieldCode>().Select(c => c.Text)) + " " + string.Join(' ', p.Descendants<SimpleField>().Select(f => f.Instruction?.Value)));
        foreach (var code in codes.Where(c => Fetching().IsMatch(c)).Select(Short).Distinct().Take(MostNamed))
        {
            yield return Problem.Invalid("statements.template.field", Field, code);
        }
    }

    private static IEnumerable<Problem> Named(WordprocessingDocument document)
    {
        var texts = Placeholders.Paragraphs(document).Select(p => string.Concat(Placeholders.Texts(p).Select(t => t.Text))).Reverse().ToList();
        var names = texts.SelectMany(Placeholders.In).Select(p => p.Name).ToList();
        return
        [
            .. texts.Select(Placeholders.Broken).OfType<string>().Take(MostNamed).Select(b => Problem.Invalid("statements.template.broken", Field, b)),
            .. names.Where(n => LetterField.Of(n) is null).Distinct().Take(MostNamed).Select(n => Problem.Invalid("statements.template.unknown", Field, "{{" + n + "}}")),
            .. LetterField.All.Where(f => f.Required && !names.Any(n => LetterField.Of(n) == f)).Select(f => Problem.Invalid("statements.template.lacks", Field, f.Written)),
        ];
    }

    private static IEnumerable<OpenXmlPart> Parts(WordprocessingDocument document)
    {
        var (seen, open) = (new HashSet<Uri>(), new Queue<OpenXmlPart>(document.Parts.Select(p => p.OpenXmlPart)));
        while (open.TryDequeue(out var part))
        {
            if (seen.Add(part.Uri))
            {
                yield return part;
                foreach (var next in part.Parts)
                {
                    open.Enqueue(next.OpenXmlPart);
                }
            }
        }
    }

    private static string Short(string text) => text.Trim() is { Length: > 80 } longer ? longer[..80] + "…" : text.Trim();

    /// <summary>Fields that start a program or fetch a file when the document is opened.</summary>
    [GeneratedRegex(@"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fetching();
}
