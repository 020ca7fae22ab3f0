using ExcelDataReader;

namespace Vridlo.Projects.Sheets;

/// <summary>Gives each of the cells that are merged into one the text of it.</summary>
internal sealed class MergedText
{
    private readonly ILookup<int, (CellRange Range, int Row)> byRow;
    private readonly Dictionary<CellRange, string> texts = [];

    /// <summary>A range over more rows than this merges whole columns, which is layout and says nothing.</summary>
    private const int MostRows = 1000;

    public MergedText(IReadOnlyList<CellRange> ranges) => byRow = ranges
        .Where(r => r.ToRow - r.FromRow < MostRows)
        .SelectMany(r => Enumerable.Range(r.FromRow, r.ToRow - r.FromRow + 1).Select(row => (Range: r, Row: row)))
        .ToLookup(r => r.Row);

    /// <param name="row">from 0</param>
    /// <param name="column">from 0</param>
    /// <param name="text">what the cell itself has</param>
    public string Of(int row, int column, string text)
    {
        foreach (var (range, _) in byRow[row])
        {
            if (column >= range.FromColumn && column <= range.ToColumn)
            {
                if (row == range.FromRow && column == range.FromColumn)
                {
                    texts[range] = text;
                }

                return texts.GetValueOrDefault(range, text);
            }
        }

        return text;
    }
}
