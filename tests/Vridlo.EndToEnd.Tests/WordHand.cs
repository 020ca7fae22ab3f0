using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.EndToEnd.Tests;

/// <summary>Changes a document as somebody does in Word, with what Word leaves behind: texts split into runs, marks of spelling, revision numbers.</summary>
internal static class WordHand
{
    /// <summary>A head on every page and a line above the title, in which the placeholder has been typed and corrected.</summary>
    /// <param name="file">path of a template; it is changed</param>
    /// <param name="head">what stands at the head of each page</param>
    /// <param name="placeholder">name of the placeholder in the new line, without braces</param>
    public static void Letterhead(string file, string head, string placeholder)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: true);
        var main = document.MainDocumentPart!;
        var top = main.AddNewPart<HeaderPart>();
        top.Header = new Header(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), Written(head)));
        var body = main.Document!.Body!;
        body.Elements<SectionProperties>().Single().PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(top) });
        var half = placeholder.Length / 2;
        body.PrependChild(new Paragraph(
            Written("Č. j.: {"), Written("{" + placeholder[..half]), new ProofError { Type = ProofingErrorValues.SpellStart }, Written(placeholder[half..]),
            new ProofError { Type = ProofingErrorValues.SpellEnd }, Written("}"), Written("}")) { RsidParagraphAddition = "00A41C7E" });
    }

    /// <summary>Puts one text of the document in the place of another.</summary>
    public static void Replace(string file, string text, string with)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: true);
        document.MainDocumentPart!.Document!.Descendants<Text>().Single(t => t.Text == text).Text = with;
    }

    private static Run Written(string text) => new(new RunProperties(new Bold()), new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }) { RsidRunAddition = "00B72D10" };
}
