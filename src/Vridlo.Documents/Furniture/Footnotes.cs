using System.Text.RegularExpressions;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Furniture;

/// <summary>Footnotes at the foot of a sheet, and their marks in the text.</summary>
internal static partial class Footnotes
{
    public static void Undo(ReadLines read)
    {
        foreach (var line in read.Lines.Where(line => line.Free && line.Furniture is not null)) line.Use(LineUse.Furniture, line.Furniture!);
        foreach (var sheet in read.Lines.Where(line => line.Free).GroupBy(line => line.Sheet)) UndoSheet([.. sheet]);
        foreach (var line in read.Lines.Where(line => line.Free)) line.Text = Mark().Replace(line.Text, "");
    }

    private static void UndoSheet(List<Line> lines)
    {
        var body = lines.Where(line => line.Size > 0).Select(line => line.Size).Order().ToList();
        var usual = body.Count == 0 ? 0 : body[body.Count / 2];
        for (var at = 0; at < lines.Count; at++)
        {
            var small = usual > 0 && lines[at].Size > 0 && lines[at].Size <= usual - 0.8;
            var bare = small && at + 1 < lines.Count && lines[at].Text.Length <= 2 && lines[at].Text.All(char.IsDigit) && lines[at + 1].Size > lines[at].Size && lines[at + 1].Size <= usual - 0.8;
            if (!bare && (usual > 0 ? !small || !Numbered().IsMatch(lines[at].Text) && !Note().IsMatch(lines[at].Text) && !IsLast(lines, at, usual) : !Note().IsMatch(lines[at].Text))) continue;
            lines[at].Use(LineUse.Furniture, "footnote");
            for (at++; at < lines.Count && lines[at].Gap == 0 && usual > 0 && lines[at].Size <= usual - 0.8; at++) lines[at].Use(LineUse.Furniture, "footnote");
            at--;
        }

        if (usual > 0) UndoMarks(lines);
    }

    /// <summary>Some fonts draw a raised digit as large as a plain one; the number of a note on the same sheet, glued to a word, is its mark.</summary>
    private static void UndoMarks(List<Line> lines)
    {
        var notes = lines.Where(line => !line.Free).Select(line => Number().Match(line.Text).Value).Where(number => number.Length > 0).ToHashSet();
        if (notes.Count == 0) return;
        foreach (var line in lines.Where(line => line.Free)) line.Text = Glued().Replace(line.Text, mark => notes.Contains(mark.Value) ? "" : mark.Value);
    }

    /// <summary>"2. …" in small print is a note and no list where nothing but small print follows it down to the foot.</summary>
    private static bool IsLast(List<Line> lines, int at, double usual) =>
        Dotted().IsMatch(lines[at].Text) && lines[at] is { Cell: null, InTable: false } && at > 0
        && (lines[at - 1].Size > usual - 0.8 || !lines[at - 1].Free) && lines.Skip(at).All(line => line.Size <= usual - 0.8);

    [GeneratedRegex(@"^\d{1,2}[.)]\s+\p{Lu}")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^\d{1,2}(?=[.)]?\s*\p{L})")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\p{Ll}{3})\d{1,2}(?=[\s.,;:)]|$)")]
    private static partial Regex Glued();

    [GeneratedRegex(@"^(?:[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?\s*|\[\^?\d{1,2}\]:?\s+)\S")]
    private static partial Regex Note();

    [GeneratedRegex(@"^\d{1,2}\s*\p{L}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=\S)(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^\w{1,8}\])(?<!(?:m|km|cm)[²³])")]
    private static partial Regex Mark();
}
