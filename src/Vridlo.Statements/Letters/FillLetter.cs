using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.Statements.Letters;

/// <summary>Fills a template: every placeholder becomes its value, in the formatting of the placeholder's first letter.</summary>
internal static class FillLetter
{
    /// <param name="template">a DOCX file that <see cref="CheckTemplate"/> has found good</param>
    /// <param name="values">what stands for each field; several values are lines, or paragraphs where the field repeats</param>
    /// <param name="note">a paragraph that stands before all others, or null</param>
    /// <returns>the letter as a DOCX file</returns>
    public static byte[] Run(byte[] template, IReadOnlyDictionary<LetterField, IReadOnlyList<string>> values, string? note = null)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var paragraphs = Placeholders.Paragraphs(document);
            var placed = paragraphs.SelectMany(Fields).Select(f => f.Field).ToHashSet();
            foreach (var paragraph in paragraphs)
            {
                Fill(paragraph, values);
            }

            foreach (var line in values.Where(v => v.Key.Leads && !placed.Contains(v.Key)).SelectMany(v => v.Value).Append(note).OfType<string>())
            {
                document.MainDocumentPart?.Document?.Body?.PrependChild(new Paragraph(new Run(new RunProperties(new Bold()), new Text(Clean(line)))));
            }

            document.PackageProperties.Title = Line(values[LetterField.Number]);
        }

        return stream.ToArray();
    }

    private static void Fill(Paragraph paragraph, IReadOnlyDictionary<LetterField, IReadOnlyList<string>> values)
    {
        var found = Fields(paragraph);
        if (found.FirstOrDefault(f => f.Field.Repeats).Field is not { } repeated)
        {
            Replace(paragraph, found, values);
            return;
        }

        foreach (var (i, one) in values[repeated].Index())
        {
            var copy = (Paragraph)paragraph.CloneNode(deep: true);
            OnlyOnce(copy, first: i == 0);
            paragraph.InsertBeforeSelf(copy);
            Replace(copy, Fields(copy), new Dictionary<LetterField, IReadOnlyList<string>>(values) { [repeated] = [one] });
        }

        if (values[repeated].Count == 0 && (paragraph.Parent is not Body || paragraph.ParagraphProperties?.SectionProperties is not null))
        {
            // A cell, a box or a head of pages needs a paragraph, and this one may be its only one.
            Replace(paragraph, found, new Dictionary<LetterField, IReadOnlyList<string>>(values) { [repeated] = [""] });
            return;
        }

        paragraph.Remove();
    }

    private static IReadOnlyList<(LetterField Field, int Start, int Length)> Fields(Paragraph paragraph) =>
        [.. from place in Placeholders.In(Whole(Placeholders.Texts(paragraph)))
            let field = LetterField.Of(place.Name)
            where field is not null
            select (field, place.Start, place.Length)];

    /// <summary>From the last to the first, so that what stands before stays where it is.</summary>
    private static void Replace(Paragraph paragraph, IReadOnlyList<(LetterField Field, int Start, int Length)> found, IReadOnlyDictionary<LetterField, IReadOnlyList<string>> values)
    {
        var texts = Placeholders.Texts(paragraph);
        foreach (var (field, start, length) in found.Reverse())
        {
            Put(texts, start, length, values[field]);
        }
    }

    private static void Put(IReadOnlyList<Text> texts, int start, int length, IReadOnlyList<string> lines)
    {
        var (first, from) = At(texts, start);
        var (last, to) = At(texts, start + length - 1);
        var rest = texts[last].Text[(to + 1)..];
        for (var i = first + 1; i <= last; i++)
        {
            Set(texts[i], i == last ? rest : "");
        }

        var end = last > first ? "" : rest;
        var head = texts[first].Text[..from];
        Set(texts[first], head + Clean(lines[0]) + (lines.Count == 1 ? end : ""));
        OpenXmlElement behind = texts[first];
        foreach (var (i, line) in lines.Index().Skip(1))
        {
            behind = behind.InsertAfterSelf(new Break());
            behind = behind.InsertAfterSelf(Set(new Text(), Clean(line) + (i == lines.Count - 1 ? end : "")));
        }
    }

    /// <summary>In which text a letter of them all stands, and where in it.</summary>
    private static (int Text, int Place) At(IReadOnlyList<Text> texts, int place)
    {
        var text = 0;
        while (place >= texts[text].Text.Length)
        {
            place -= texts[text++].Text.Length;
        }

        return (text, place);
    }

    private static Text Set(Text text, string value)
    {
        (text.Text, text.Space) = (value, SpaceProcessingModeValues.Preserve);
        return text;
    }

    /// <summary>What names a paragraph or a place of the document may be there only once.</summary>
    private static void OnlyOnce(Paragraph copy, bool first)
    {
        copy.ParagraphId = null;
        copy.TextId = null;
        foreach (var named in first ? [] : copy.Descendants().Where(d => d is BookmarkStart or BookmarkEnd).ToList())
        {
            named.Remove();
        }
    }

    private static string Whole(IReadOnlyList<Text> texts) => string.Concat(texts.Select(t => t.Text));

    private static string Line(IReadOnlyList<string> values) => Clean(string.Join(' ', values));

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text)
    {
        var good = text.Where((c, i) => XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])));
        return string.Concat(good);
    }
}
