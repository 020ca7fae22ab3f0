using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vridlo.Projects.Sheets;

/// <summary>What is offered in a column: the texts of a list that stands in another sheet of the workbook.</summary>
/// <param name="Column">index of the column, from 0</param>
/// <param name="Sheet">name of the other sheet</param>
/// <param name="From">index of the column there; the texts begin in its second row</param>
/// <param name="Count">how many there are</param>
internal sealed record OfferedList(int Column, string Sheet, int From, int Count);

/// <summary>
/// Lets a spreadsheet program offer the texts of lists in the columns of the first sheet (data validation, ISO/IEC 29500-1, 18.3.1.33). Nothing else is
/// forbidden: what is typed besides is judged when the file is read.
/// </summary>
internal static class OfferLists
{
    /// <param name="first">the first sheet, which is changed</param>
    /// <param name="lists">what is offered where</param>
    public static void In(WorksheetPart first, IEnumerable<OfferedList> lists)
    {
        List<DataValidation> offered = [.. lists.Select(Offered)];
        first.Worksheet!.AddChild(new DataValidations(offered) { Count = (uint)offered.Count });
    }

    private static DataValidation Offered(OfferedList list)
    {
        var (here, there) = (SheetColumn.Name(list.Column), SheetColumn.Name(list.From));
        return new()
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = false,
            SequenceOfReferences = new ListValue<StringValue>([new($"{here}2:{here}{Workbook.MostRows + 1}")]),
            Formula1 = new($"'{list.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!${there}$2:${there}${list.Count + 1}"),
        };
    }
}
