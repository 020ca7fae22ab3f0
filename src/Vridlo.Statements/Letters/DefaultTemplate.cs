using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vridlo.Base;

namespace Vridlo.Statements.Letters;

/// <summary>The template that comes with the system: A4, plain, every placeholder once, for the office to change in Word.</summary>
internal static class DefaultTemplate
{
    /// <summary>Measures of Word: twentieths of a point.</summary>
    private const int PageWidth = 11906, PageHeight = 16838, Margin = 1417, LabelWidth = 2600;

    /// <param name="t">the texts of the letter</param>
    /// <returns>a DOCX file</returns>
    public static byte[] Make(Texts t)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(new Body([.. Content(t), Page()]));
            document.PackageProperties.Title = t["statements.letter.title"];
            document.PackageProperties.Language = "cs-CZ";
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(Texts t) =>
    [
        Styled("Title", t["statements.letter.title"]),
        Styled(null, LetterField.Replaces.Written, bold: true),
        Facts(t, LetterField.Number, LetterField.Day, LetterField.File, LetterField.Applicant, LetterField.CompanyNumber, LetterField.Seat, LetterField.DataBox,
            LetterField.Project, LetterField.Place, LetterField.Programme, LetterField.Edition),
        Styled("Heading1", t[LetterField.Outcome.TextKey]),
        Styled(null, LetterField.Outcome.Written, bold: true),
        .. ((LetterField[])[LetterField.Nodes, LetterField.Reasons, LetterField.Validity]).SelectMany(f => new[] { Styled("Heading1", t[f.TextKey]), Styled(null, f.Written) }),
        Styled(null, LetterField.NoPromise.Written),
        Styled("Signature", LetterField.Signatory.Written),
        Styled(null, LetterField.SignatoryRole.Written),
    ];

    private static Paragraph Styled(string? style, string text, bool bold = false)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        run.RunProperties = bold ? new RunProperties(new Bold()) : null;
        var paragraph = new Paragraph(run);
        paragraph.ParagraphProperties = style is null ? null : new ParagraphProperties(new ParagraphStyleId { Val = style });
        return paragraph;
    }

    private static Table Facts(Texts t, params IReadOnlyList<LetterField> fields)
    {
        var rest = PageWidth - (2 * Margin) - LabelWidth;
        return new Table(
        [
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{LabelWidth + rest}" }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = $"{LabelWidth}" }, new GridColumn { Width = $"{rest}" }),
            .. fields.Select(f => new TableRow(Cell(LabelWidth, t[f.TextKey], bold: true), Cell(rest, f.Written, bold: false))),
        ]);
    }

    private static TableCell Cell(int width, string text, bool bold) =>
        new(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" }), Styled(null, text, bold));

    private static SectionProperties Page() => new(
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 709, Footer = 709, Gutter = 0 });

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "21" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = "cs-CZ" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading("Title", "Title", size: "32", before: "0"),
        Heading("Heading1", "heading 1", size: "24", before: "240"),
        Heading("Signature", "Signature", size: "21", before: "720"));

    private static Style Heading(string id, string name, string size, string before) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = before, After = "120" }),
        new StyleRunProperties(new Bold(), new FontSize { Val = size })) { Type = StyleValues.Paragraph, StyleId = id };
}
