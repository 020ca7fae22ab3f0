namespace Vridlo.Projects.Sheets;

/// <summary>A table of projects in a sheet.</summary>
/// <param name="Sheet">the sheet</param>
/// <param name="LastHead">number of the last row of its head</param>
/// <param name="Columns">its columns that have a head</param>
internal sealed record SheetTable(Sheet Sheet, int LastHead, IReadOnlyList<SheetColumn> Columns)
{
    public IEnumerable<SheetRow> Rows => Sheet.Rows.Where(r => r.Number > LastHead);

    public SheetColumn? Of(SheetField field) => Columns.FirstOrDefault(c => c.Field == field);
}

/// <summary>Finds the head of a table: the row, or up to three rows, in which the most columns are recognised. Titles and notes above it do not matter.</summary>
internal sealed class FindTable(HeadWords heads)
{
    private const int MostRowsAbove = 40, MostHeadRows = 3, FewestColumns = 2;

    /// <summary>The table of a sheet, or null when there is none.</summary>
    public SheetTable? In(Sheet sheet)
    {
        SheetTable? best = null;
        var most = FewestColumns - 1;
        foreach (var last in Enumerable.Range(0, Math.Min(sheet.Rows.Count, MostRowsAbove)))
        {
            for (var rows = 1; rows <= MostHeadRows && rows <= last + 1; rows++)
            {
                var columns = Columns([.. sheet.Rows.Skip(last + 1 - rows).Take(rows)]);
                var known = columns.Count(c => c.Field is not SheetField.None);

                // What more rows find only counts when it is more: fewer rows leave more to be read as projects.
                if (known > most && columns.Any(c => c.Field is SheetField.Title))
                {
                    (best, most) = (new(sheet, sheet.Rows[last].Number, columns), known);
                }
            }
        }

        return best;
    }

    /// <summary>
    /// Each field but the costs is taken from the first column that is about it. Beside costs of years, one without a year is their sum; where there are no years,
    /// somebody has to say what it is.
    /// </summary>
    private List<SheetColumn> Columns(IReadOnlyList<SheetRow> head)
    {
        var taken = new HashSet<(SheetField, int?, string?)>();
        List<SheetColumn> columns = [.. Enumerable.Range(0, head.Max(r => r.Cells.Length))
            .Select(i => (Index: i, Text: string.Join(' ', head.Select(r => r[i]).Where(t => t.Length > 0).Distinct())))
            .Where(c => c.Text.Length is > 0 and <= 300)
            .Select(c => heads.Read(c.Index, c.Text))
            .Select(c => c.Field is SheetField.None || taken.Add(c.Field is SheetField.Cost ? (c.Field, c.Year, c.Fund) : (c.Field, null, null)) ? c : c with { Field = SheetField.None })];
        var dated = columns.Exists(c => c.Field is SheetField.Cost && c.Year is not null);
        return [.. columns.Select(c => dated && c is { Field: SheetField.Cost, Year: null } ? c with { Field = SheetField.None } : c)];
    }
}
