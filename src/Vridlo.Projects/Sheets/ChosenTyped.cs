using Vridlo.Ui;

namespace Vridlo.Projects.Sheets;

/// <summary>What was chosen and mended in the page of a spreadsheet.</summary>
internal static class ChosenTyped
{
    public const string Cell = "cell-";

    /// <param name="form">the form as it was sent</param>
    /// <param name="before">what had been chosen before</param>
    /// <param name="preview">what the page showed</param>
    public static SheetChoices Read(FormState form, SheetChoices before, Preview preview)
    {
        var sheet = form["sheet"];
        var another = sheet.Length > 0 && sheet != (preview.Table?.Sheet.Name ?? before.Sheet);
        var (mended, left) = (another ? [] : before.Mended.ToDictionary(), another ? [] : before.Left.ToHashSet());
        foreach (var problem in another ? [] : preview.Problems)
        {
            var cell = SheetChoices.Cell(problem.Row, problem.Column.Index);
            var text = form[Cell + cell].Trim();

            // A field of one line does not keep the lines of what stood there.
            if (form.Has(Cell + cell) && problem.Problem.Code == CellProblem.ChangedSince && Line(text) == Line(problem.Text))
            {
                left.Add(cell);
            }
            else if (form.Has(Cell + cell) && text != problem.Text)
            {
                mended[cell] = text;
            }
        }

        // Columns of one sheet say nothing of those of another.
        return new(
            sheet.Length > 0 ? sheet : before.Sheet,
            another ? new Dictionary<int, SheetField>() : Columns(form, preview),
            form.Has("fund") ? form["fund"] : before.Fund,
            mended)
        {
            Left = left,
        };
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<int, SheetField> Columns(FormState form, Preview preview) => (preview.Table?.Columns ?? [])
        .Where(c => form.Has($"column-{c.Index}"))
        .Select(c => (c.Index, Field: Enum.TryParse<SheetField>(form[$"column-{c.Index}"], out var field) && Enum.IsDefined(field) ? field : c.Field))
        .ToDictionary(c => c.Index, c => c.Field);
}
