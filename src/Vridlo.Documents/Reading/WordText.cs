using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.Documents.Reading;

/// <summary>The visible text of a Word paragraph: without deletions, field codes and note marks.</summary>
internal static class WordText
{
    /// <summary>The lines of a paragraph: one, and one more for every break in it.</summary>
    public static List<string> Lines(Paragraph paragraph) => Pieces(paragraph).ConvertAll(piece => piece.Text);

    /// <summary>The lines with the runs that print them.</summary>
    public static List<(string Text, List<Run> Runs)> Pieces(Paragraph paragraph)
    {
        var pieces = new List<(string Text, List<Run> Runs)>();
        var text = new StringBuilder();
        var runs = new List<Run>();
        var field = 0;
        foreach (var element in Visible(paragraph))
        {
            if (element is FieldChar { FieldCharType: { } type })
                field = type.Value == FieldCharValues.Begin ? field + 1 : type.Value == FieldCharValues.Separate || type.Value == FieldCharValues.End ? Math.Max(0, field - 1) : field;
            else if (field == 0)
            {
                var said = TextOf(element);
                if (said == "\n") Break();
                else text.Append(said);
                if (!string.IsNullOrWhiteSpace(said) && element.Parent is Run run && (runs.Count == 0 || runs[^1] != run)) runs.Add(run);
            }
        }

        Break();
        return pieces;

        void Break()
        {
            pieces.Add((text.ToString(), [.. runs]));
            text.Clear();
            runs.Clear();
        }
    }

    /// <summary>Runs that hold visible text.</summary>
    public static IEnumerable<Run> Runs(Paragraph paragraph) =>
        paragraph.Descendants<Run>().Where(run => run.Elements<Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text)) && !run.Ancestors<DeletedRun>().Any());

    private static string TextOf(OpenXmlElement element) => element switch
    {
        Text text => text.Text,
        TabChar => "\t",
        Break { Type: { } type } when type.Value == BreakValues.Page || type.Value == BreakValues.Column => "\n",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "\u2011",
        SoftHyphen => "\u00AD",
        SymbolChar symbol => Symbol(symbol),
        _ => "",
    };

    private static string Symbol(SymbolChar symbol) =>
        symbol.Char?.Value is { } code && int.TryParse(code, System.Globalization.NumberStyles.HexNumber, null, out var number) && number is > 31 and < 0xFFFF
            ? ((char)number).ToString() : "";

    private static IEnumerable<OpenXmlElement> Visible(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is DeletedRun or MoveFromRun or DeletedText or Paragraph && child != parent) continue;
            if (child is Run run && IsNoteMark(run)) continue;
            if (child is AlternateContent alternate)
            {
                if (alternate.GetFirstChild<AlternateContentChoice>() is { } choice)
                    foreach (var each in Visible(choice)) yield return each;
                continue;
            }

            if (child.HasChildren && child is not RunProperties and not ParagraphProperties)
                foreach (var each in Visible(child)) yield return each;
            else yield return child;
        }
    }

    private static bool IsNoteMark(Run run) => run.Elements<FootnoteReference>().Any() || run.Elements<EndnoteReference>().Any();
}
