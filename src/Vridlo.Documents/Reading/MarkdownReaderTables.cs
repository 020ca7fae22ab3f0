using System.Text.RegularExpressions;

namespace Vridlo.Documents.Reading;

/// <summary>Tables of Markdown: with bars, and laid out by dashes.</summary>
internal sealed partial class MarkdownReader
{
    private bool IsTable(int at) =>
        source[at].Contains('|', StringComparison.Ordinal) && at + 1 < source.Length && Delimiter().IsMatch(source[at + 1]) && source[at + 1].Contains('-', StringComparison.Ordinal);

    private int Table(int start)
    {
        var at = start;
        for (; at < source.Length && source[at].Contains('|', StringComparison.Ordinal); at++)
        {
            if (at == start + 1) { Add(at, source[at], furniture: "rule"); continue; }
            var cells = CellSplit().Split(source[at].Trim().Trim('|'));
            for (var column = 0; column < cells.Length; column++)
                foreach (var piece in Break().Split(cells[column]).Where(piece => !string.IsNullOrWhiteSpace(piece)))
                {
                    open = false;
                    var bullet = Furniture.Bullets.Split(piece.Trim());
                    Add(at, bullet?.Behind ?? piece.Trim(), marker: bullet?.Mark, cell: new(start + 1, at > start ? at - start - 1 : 0, column));
                }
        }

        gap = 1;
        return at;
    }

    private int LayoutTable(DashedTable table)
    {
        foreach (var (row, at) in table.Rows().Select((row, at) => (row, at)))
        {
            foreach (var cell in row.SelectMany(line => table.Cells(line).Select(cell => (Line: line, cell.Column, cell.Text))).GroupBy(cell => cell.Column))
            {
                open = false;
                foreach (var (line, column, text) in cell)
                {
                    Add(line, text, cell: new(table.Start + 1, at, column));
                    open = true;
                }
            }
        }

        open = false;
        for (var at = table.Start; at < table.End; at++)
            if (table.IsRuleAt(at)) Add(at, source[at], furniture: "rule");
        gap = 1;
        return table.End;
    }

    [GeneratedRegex(@"^\s*\|?[\s:|-]+\|?\s*$")]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellSplit();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();
}
