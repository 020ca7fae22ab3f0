using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Projects.Sheets;

/// <summary>Something that is wrong with a cell, in words.</summary>
internal sealed record ProblemLine(int Row, string Column, string Head, string Text, string Wrong);

/// <summary>All that is wrong with a spreadsheet as a file, for whoever mends it where it came from; the page shows the first.</summary>
internal static class ProblemsFile
{
    private static readonly ListOf<ProblemLine> Columns = new()
    {
        Name = "spreadsheet-problems",
        Id = SortKey<ProblemLine>.By(l => l.Row),
        Order = "row",
        Columns =
        [
            new("row", "projects.sheet.row", l => l.Row) { Sort = SortKey<ProblemLine>.By(l => l.Row), Figures = true },
            new("column", "projects.sheet.column", l => l.Column),
            new("head", "projects.sheet.head", l => l.Head),
            new("text", "projects.sheet.text", l => l.Text),
            new("wrong", "projects.sheet.wrong", l => l.Wrong),
        ],
    };

    public static async Task<IResult> Answer(Guid id, string format, AppDb db, PreviewSheet preview, Texts t, CancellationToken stop)
    {
        var import = await db.Set<SheetImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == new SheetImportId(id), stop);
        if (import?.Content is null || await preview.Run(import.Content, SheetChoices.Read(import.Choices), t.Language, stop) is not { Ok: true } read)
        {
            return Results.NotFound();
        }

        var lines = read.Value.Problems.OrderBy(p => p.Row).Select(p => new ProblemLine(p.Row, p.Column.Letters, p.Column.Head, p.Text, t[p.Problem]));
        return new ListFile<ProblemLine>(Columns, lines.ToAsyncEnumerable(), Enum.Parse<ListFormat>(format, ignoreCase: true));
    }
}
