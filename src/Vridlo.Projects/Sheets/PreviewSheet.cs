using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;

namespace Vridlo.Projects.Sheets;

/// <summary>Says what accepting a spreadsheet would do, row by row, and all that is wrong with it.</summary>
internal sealed class PreviewSheet(ReadKnown known, IMoneyLedger money, HeadWords heads, SheetWords words, TextCatalogue texts, Asker asker)
{
    /// <returns>the preview, or why the file cannot be read</returns>
    public async Task<Result<Preview>> Run(byte[] content, SheetChoices choices, Language language, CancellationToken stop)
    {
        var sheets = Workbook.Read(content);
        if (!sheets.Ok)
        {
            return sheets.Problems.ToArray();
        }

        List<string> names = [.. sheets.Value.Select(s => s.Name)];
        var tables = sheets.Value.Where(s => choices.Sheet.Length == 0 || s.Name == choices.Sheet).Select(new FindTable(heads).In).OfType<SheetTable>();
        if (tables.MaxBy(t => t.Columns.Count(c => c.Field is not SheetField.None)) is not { } found)
        {
            return new Preview(names, null, [], []);
        }

        var table = found with { Columns = [.. found.Columns.Select(c => choices.Columns.TryGetValue(c.Index, out var chosen) ? c with { Field = chosen } : c)] };
        return (Twice(table) ?? Undated(table)) is { } wrong ? new Preview(names, table, [], [], wrong) : await Rows(names, table, choices, texts.In(language), stop);
    }

    private static Problem? Twice(SheetTable table) =>
        table.Columns.Where(c => c.Field is not (SheetField.None or SheetField.Cost)).GroupBy(c => c.Field).FirstOrDefault(g => g.Count() > 1) is { } two
            ? Problem.Invalid("projects.sheet.column-twice", $"column-{two.Last().Index}", two.First().Letters, two.Last().Letters) : null;

    /// <summary>A plan is by years: sums of which nobody knows the year would be lost.</summary>
    private static Problem? Undated(SheetTable table) =>
        table.Columns.FirstOrDefault(c => c.Field is SheetField.Cost && c.Year is null) is { } column ? Problem.Invalid("projects.sheet.cost-undated", $"column-{column.Index}", column.Letters) : null;

    private async Task<Preview> Rows(IReadOnlyList<string> names, SheetTable table, SheetChoices choices, Texts t, CancellationToken stop)
    {
        var all = await known.All(stop);
        var funds = await Funds(table, choices, stop);
        List<(SheetCells Cells, WhichProject.Found Which)> cells = [];
        List<PreviewRow> rows = [];
        foreach (var row in table.Rows.Select(r => new SheetCells(table, r, choices)))
        {
            if (row.IsLeft)
            {
                rows.Add(new(row.Number, Fate.Left, row[SheetField.Title], null, null, null, [], []));
            }
            else
            {
                cells.Add((row, await WhichProject.Of(row, all, stop)));
            }
        }

        var meant = await known.These([.. cells.Select(c => c.Which.Id).OfType<Core.Instruments.InstrumentId>().Distinct()], all.Facts, [.. funds.Values.Select(f => f.Id).Distinct()], stop);
        var reader = new ReadRows(all, meant, funds, words, t);
        List<CellProblem> problems = [];
        foreach (var (row, which) in cells)
        {
            var (read, wrong) = await reader.Read(row, which, stop);
            rows.Add(read);
            problems.AddRange(wrong.Select(w => (Column: w.Column ?? table.Of(w.Field) ?? Beside(table, w.Field), w.Problem)).Select(w => CellProblem.Of(row.Number, w.Column, row.Text(w.Column), w.Problem)));
        }

        return new(names, table, [.. rows.OrderBy(r => r.Number)], problems)
        {
            Refused = rows.Exists(r => r.Costs.Count > 0) && !asker.MayEverywhere(ProjectRights.Money) ? Problem.Forbidden("projects.sheet.may-not-plan") : null,
        };
    }

    /// <summary>From which fund each column of costs is: from the one in its head, else from the one that was chosen; columns of neither are not taken.</summary>
    private async Task<IReadOnlyDictionary<int, FundListed>> Funds(SheetTable table, SheetChoices choices, CancellationToken stop)
    {
        var costs = table.Columns.Where(c => c.Field is SheetField.Cost).ToList();
        var known = costs.Count == 0 ? [] : await money.Funds.ToDictionaryAsync(f => f.Code, StringComparer.OrdinalIgnoreCase, stop);
        return costs.Select(c => (c.Index, Fund: known.GetValueOrDefault(c.Fund ?? "") ?? known.GetValueOrDefault(choices.Fund))).Where(c => c.Fund is not null).ToDictionary(c => c.Index, c => c.Fund!);
    }

    /// <summary>Where something is said about a field that no column is about.</summary>
    private static SheetColumn Beside(SheetTable table, SheetField field) =>
        (field switch
        {
            SheetField.BearerName => table.Of(SheetField.BearerNumber),
            SheetField.BearerNumber => table.Of(SheetField.BearerName),
            SheetField.Starts or SheetField.Ends => table.Of(SheetField.Time),
            _ => null,
        })
        ?? table.Of(SheetField.Title) ?? table.Columns[0];
}
