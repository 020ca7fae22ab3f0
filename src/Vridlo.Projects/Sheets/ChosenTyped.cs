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
        var mended = another ? [] : before.Mended.ToDictionary();
        foreach (var problem in another ? [] : preview.Problems)
        {
            var cell = SheetChoices.Cell(problem.Row, problem.Column.Index);
            if (form.Has(Cell + cell) && form[Cell + cell].Trim() is var text && text != problem.Text)
            {
                mended[cell] = text;
            }
        }

        // Columns of one sheet say nothing of those of another.
        return new(
            sheet.Length > 0 ? sheet : before.Sheet,
            another ? new Dictionary<int, SheetField>() : Columns(form, preview),
            form.Has("fund") ? form["fund"] : before.Fund,
            mended);
    }

    private static Dictionary<int, SheetField> Columns(FormState form, Preview preview) => (preview.Table?.Columns ?? [])
        .Where(c => form.Has($"column-{c.Index}"))
        .Select(c => (c.Index, Field: Enum.TryParse<SheetField>(form[$"column-{c.Index}"], out var field) && Enum.IsDefined(field) ? field : c.Field))
        .ToDictionary(c => c.Index, c => c.Field);
}
