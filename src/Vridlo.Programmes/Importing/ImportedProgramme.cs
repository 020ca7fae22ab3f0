using System.Text;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Documents;
using Vridlo.Programmes.Packages;
using SourceSpan = Vridlo.Core.Programme.SourceSpan;

namespace Vridlo.Programmes.Importing;

/// <summary>What was read in a document as the draft of an edition.</summary>
internal static class ImportedProgramme
{
    private const int LongestCode = 40;

    /// <param name="read">what was read</param>
    /// <param name="fileName">name of the file, from which the programme's code is made</param>
    public static EditionContent Draft(ReadProgramme read, string fileName)
    {
        var title = Texts(read.DocumentTitle ?? Path.GetFileNameWithoutExtension(fileName), read.Language);
        return new()
        {
            Code = Code(Path.GetFileNameWithoutExtension(fileName)),
            Kind = ProgrammeKind.Other,
            Territory = "",
            Title = title,
            Edition = "1",
            EditionTitle = title,
            Status = EditionStatus.Draft,
            Document = new("document.txt", title, read.Sha256, null, Paged(read), Pages(read)),
            Nodes = [.. read.Outline.Select(n => Node(n, read.Language))],
        };
    }

    private static NodeContent Node(OutlineNode node, Language language) => new()
    {
        Kind = Names.Parse<NodeKind>(node.Kind) ?? throw new InvalidOperationException($"Unknown kind of node: {node.Kind}"),
        Code = node.Code,
        Title = In(node.Title, language),
        Change = In(node.Change, language),
        Text = In(node.Text, language),
        Source = new SourceSpan(node.Source.Page, node.Source.Line, node.Source.EndPage, node.Source.EndLine),
        Children = [.. node.Children.Select(c => Node(c, language))],
    };

    private static Localized? In(string? text, Language language) =>
        string.IsNullOrWhiteSpace(text) ? null : Texts(text, language);

    private static Localized Texts(string text, Language language) => language switch
    {
        Language.En => new(null, text),
        Language.De => new(null, null, text),
        _ => new(text),
    };

    private static bool Paged(ReadProgramme read) => read.DocumentText.Any(l => l.Page is not null);

    /// <summary>The pages with every line at its number; lines that were empty are empty.</summary>
    private static List<string> Pages(ReadProgramme read)
    {
        var pages = new List<string>();
        var lines = read.DocumentText.ToLookup(l => l.Page ?? 1);
        for (var page = 1; page <= (lines.Count == 0 ? 0 : lines.Max(l => l.Key)); page++)
        {
            var text = new string[lines[page].Select(l => l.Number).DefaultIfEmpty(0).Max()];
            Array.Fill(text, "");
            foreach (var line in lines[page])
            {
                text[line.Number - 1] = line.Text;
            }

            pages.Add(string.Join('\n', text));
        }

        return pages;
    }

    private static string Code(string name)
    {
        var code = new StringBuilder();
        foreach (var c in Folding.Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                code.Append(c);
            }
            else if (code.Length > 0 && code[^1] != '-')
            {
                code.Append('-');
            }
        }

        var cut = code.ToString()[..Math.Min(code.Length, LongestCode)].Trim('-');
        return cut.Length > 0 ? cut : "programme";
    }
}
