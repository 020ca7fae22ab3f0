using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Word documents: heading styles, automatic numbers, tables, footnotes, direct formatting.</summary>
internal sealed class WordReader
{
    private readonly List<Line> lines = [];
    private readonly WordStyles styles;
    private readonly WordNumbers numbers;
    private int paragraph;
    private int tables;
    private int gap = 1;

    private WordReader(MainDocumentPart main)
    {
        styles = new(main);
        numbers = new(main);
    }

    public static Result<ReadLines> Read(byte[] bytes)
    {
        var refusal = WordSafety.Check(bytes);
        if (refusal is not null) return refusal;
        try
        {
            using var stream = new MemoryStream(bytes);
            using var document = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = ZipSafety.LargestPart });
            if (document.MainDocumentPart?.Document?.Body is not { } body) return Problem.Invalid("documents.damaged");
            var reader = new WordReader(document.MainDocumentPart);
            reader.Blocks(body, null);
            reader.Footnotes(document.MainDocumentPart);
            var title = document.PackageProperties.Title;
            return new ReadLines("docx", reader.lines, string.IsNullOrWhiteSpace(title) ? null : Cleaning.Squeeze(title), []);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The reader of a foreign format throws anything it likes at damaged input.
            return Problem.Invalid("documents.damaged");
        }
    }

    private void Blocks(OpenXmlElement parent, Cell? cell)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph text: Add(text, cell); break;
                case Table table: Read(table, cell); break;
                case SdtBlock block when block.SdtContentBlock is { } content: Content(block, content, cell); break;
                case CustomXmlBlock or AlternateContent: Blocks(element, cell); break;
                case AlternateContentChoice: Blocks(element, cell); break;
            }
        }
    }

    /// <summary>A content control; Word wraps its table of contents in one and says so.</summary>
    private void Content(SdtBlock block, SdtContentBlock content, Cell? cell)
    {
        var gallery = block.SdtProperties?.Descendants<DocPartGallery>().FirstOrDefault()?.Val?.Value;
        var before = lines.Count;
        Blocks(content, cell);
        if (gallery is null || !gallery.Contains("Contents", StringComparison.OrdinalIgnoreCase)) return;
        foreach (var line in lines[before..]) line.Use(LineUse.Furniture, "contents");
    }

    private void Read(Table table, Cell? outer)
    {
        var number = outer?.Table ?? ++tables;
        var rows = table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table).ToList();
        var above = new Dictionary<int, Cell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var each in rows[row].Descendants<TableCell>().Where(each => each.Ancestors<TableRow>().First() == rows[row]))
            {
                var span = each.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                var cell = outer ?? new Cell(number, row, column, span);
                Blocks(each, cell);
                above[column] = cell;
                column += span;
            }
        }

        gap = 1;
    }

    private void Add(Paragraph element, Cell? cell)
    {
        var style = styles.Of(element);
        var marker = numbers.Next(element, style);
        paragraph++;
        var printed = WordText.Pieces(element);
        var pieces = printed.ConvertAll(piece => piece.Text);
        var runs = WordText.Runs(element).ToList();
        var bold = IsBold(runs, style);
        var lead = pieces.Count == 1 && !bold ? RunIn(runs, style) : null;
        if (lead is not null && pieces[0].StartsWith(lead, StringComparison.Ordinal)) pieces = [lead, pieces[0][lead.Length..]];
        else lead = null;
        var size = runs.Count > 0 ? runs.Max(run => styles.SizeOf(run, style)) : style.Size;
        if (pieces.All(piece => piece.Trim().Length == 0)) { gap++; return; }
        foreach (var (piece, at) in pieces.Select((piece, at) => (piece, at)).Where(each => each.piece.Trim().Length > 0))
        {
            var own = lead is null ? IsBold(printed[at].Runs, style) : piece == lead;
            var text = Cleaning.Plain(lead is null ? piece : piece == lead ? RunInTitle.Title(piece) : RunInTitle.Behind(piece));
            lines.Add(new()
            {
                Number = lines.Count + 1, Raw = (marker?.Text is { } mark ? mark + " " : "") + piece.Trim(), Text = text.Length > 0 ? text : piece.Trim(),
                Gap = gap, HeadingLevel = style.Level, Bold = bold || own, Broken = at > 0 && lead is null, Size = size, Left = Math.Max(style.Indent, marker?.Indent ?? 0),
                Marker = marker?.Text, ListLevel = marker?.Level ?? -1, Paragraph = paragraph, Cell = cell, Furniture = style.Furniture,
            });
            gap = 0;
            marker = null;
            if (piece == lead) paragraph++;
        }

        gap = style.SpaceAfter || style.Level is not null ? 1 : 0;
        if (cell is null) gap = 1;
    }

    private bool IsBold(List<Run> runs, WordStyle style) => runs.Count > 0 ? runs.TrueForAll(run => styles.IsBold(run, style)) : style.Bold;

    private string? RunIn(List<Run> runs, WordStyle style)
    {
        var lead = string.Concat(runs.TakeWhile(run => styles.IsBold(run, style)).Select(TextOf));
        return RunInTitle.Is(lead, string.Concat(runs.Select(TextOf))[lead.Length..]) ? lead : null;
    }

    private static string TextOf(Run run) => string.Concat(run.Elements<Text>().Select(text => text.Text));

    /// <summary>Notes stand behind the body, so that no line of the document is lost.</summary>
    private void Footnotes(MainDocumentPart main)
    {
        var notes = (main.FootnotesPart?.Footnotes?.Elements<Footnote>().Where(note => note.Type is null).SelectMany(note => note.Elements<Paragraph>()) ?? [])
            .Concat(main.EndnotesPart?.Endnotes?.Elements<Endnote>().Where(note => note.Type is null).SelectMany(note => note.Elements<Paragraph>()) ?? []);
        foreach (var note in notes)
        {
            var text = Cleaning.Plain(string.Concat(WordText.Lines(note)));
            if (text.Length > 0) lines.Add(new() { Number = lines.Count + 1, Raw = text, Text = text, Paragraph = ++paragraph, Furniture = "footnote" });
        }
    }
}
