using System.Globalization;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Entering;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Documents;

/// <summary>Columns and filters that the lists of rows have in common.</summary>
internal static class RowColumns
{
    /// <summary>Current and capital spending together, as it stands in addresses.</summary>
    public const string Spending = "spending";

    public static SortKey<DocumentListed> Id { get; } = SortKey<DocumentListed>.By(d => d.Id);

    public static Column<DocumentListed> Day { get; } = new("day", "accounting.day", d => d.Counted) { Sort = SortKey<DocumentListed>.By(d => d.Counted) };

    public static Column<DocumentListed> Amount { get; } = new("amount", "accounting.amount", d => d.Amount) { Sort = SortKey<DocumentListed>.By(d => d.Minor), Figures = true };

    /// <summary>Where in the budget, and what else a row says.</summary>
    public static IReadOnlyList<Column<DocumentListed>> Place { get; } =
    [
        new("paragraph", "accounting.field.paragraph", d => d.ParagraphName),
        new("item", "accounting.field.item", d => d.ItemName),
        new("paragraphCode", "accounting.paragraph.code", d => d.Paragraph) { FilesOnly = true },
        new("itemCode", "accounting.item.code", d => d.Item) { FilesOnly = true },
        new("class", "accounting.class", d => d.Class) { FilesOnly = true },
        new("event", "accounting.field.event", d => d.Event) { Link = d => d.Event.Length > 0 ? $"/penize/ucetnictvi/akce?source={d.SourceCode}&event={Uri.EscapeDataString(d.Event)}" : null },
        new("unit", "accounting.field.unit", d => d.Unit) { FilesOnly = true },
        new("purpose", "accounting.field.purpose", d => d.Purpose) { FilesOnly = true },
        new("contract", "accounting.field.contract", d => d.Contract) { FilesOnly = true },
        new("type", "accounting.field.type", d => d.Type) { FilesOnly = true },
        new("line", "accounting.field.line", d => d.Line) { FilesOnly = true },
        new("year", "accounting.year", d => $"{d.Year}") { FilesOnly = true },
        new("description", "accounting.field.description", d => d.Description) { FilesOnly = true },
        new("counterpartyNumber", "accounting.field.counterpartyNumber", d => d.CounterpartyNumber) { FilesOnly = true },
        new("revision", "accounting.revision", d => d.Revision) { FilesOnly = true },
        new("id", "accounting.row.id", d => d.Id.Value.ToString()) { FilesOnly = true },
    ];

    public static IReadOnlyList<Filter<DocumentListed>> Filters { get; } =
    [
        new("year", "accounting.year", (rows, text) => Number(text) is { } year ? rows.Where(d => d.Year == year) : null),
        new("documentSort", "accounting.sort", (rows, word) => WordsAttribute.Read<DocumentSort>(word) is { } sort ? rows.Where(d => d.Sort == sort) : null)
        {
            Choices = FilterChoice.Of<DocumentSort>(),
        },
        new("class", "accounting.class", (rows, word) => word == Spending ? Spent(rows) : WordsAttribute.Read<ItemClass>(word) is { } known ? In(rows, known) : null)
        {
            Choices = [.. FilterChoice.Of<ItemClass>(), new(Spending, "accounting.class.spending")],
        },
        new("group", "accounting.paragraph.group", (rows, text) => Number(text) is { } group ? rows.Where(d => d.Paragraph / 100 == group) : null),
        new("item", "accounting.item.filter", (rows, text) => Number(text) is not { } item ? null : text.Length <= 2 ? rows.Where(d => d.Item / 100 == item) : rows.Where(d => d.Item == item)),
        new("event", "accounting.field.event", (rows, text) => InstrumentKey.Compared(text) is { Length: > 0 } sought ? rows.Where(d => d.Event == sought) : null),
        new("supplier", "accounting.field.counterpartyNumber", (rows, number) => CompanyNumber.Read(number) is { Ok: true } read ? By(rows, read.Value.Digits) : null),
    ];

    /// <summary>Where a row stands on its way into the ledger.</summary>
    /// <param name="but">states that no row of the list can have</param>
    public static Filter<DocumentListed> State(params EntryState[] but) => new("state", "accounting.state", (found, word) => WordsAttribute.Read<EntryState>(word) is { } state ? found.Where(d => d.State == state) : null)
    {
        Choices = [.. Enum.GetValues<EntryState>().Where(s => !but.Contains(s)).Select(s => new FilterChoice(WordsAttribute.Name(s.ToString()), WordsAttribute.Key(s)))],
    };

    /// <summary>Whose the rows are, by the code of the instrument.</summary>
    public static Filter<DocumentListed> Project { get; } =
        new("project", "accounting.instrument", (found, text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? found.Where(d => d.InstrumentCode == text) : null);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IQueryable<DocumentListed> By(IQueryable<DocumentListed> rows, string number) => rows.Where(d => d.CounterpartyNumber == number);

    private static IQueryable<DocumentListed> Spent(IQueryable<DocumentListed> rows) => rows.Where(d => d.Item >= ItemClasses.FirstSpending && d.Item < ItemClasses.AfterSpending);

    private static IQueryable<DocumentListed> In(IQueryable<DocumentListed> rows, ItemClass known) => known switch
    {
        ItemClass.Income => rows.Where(d => d.Item >= 1000 && d.Item < ItemClasses.FirstSpending),
        ItemClass.Current => rows.Where(d => d.Item / 1000 == 5),
        ItemClass.Capital => rows.Where(d => d.Item / 1000 == 6),
        ItemClass.Financing => rows.Where(d => d.Item / 1000 == 8),
        _ => rows.Where(d => d.Item < 1000 || d.Item / 1000 == 7 || d.Item >= ItemClasses.AfterFinancing),
    };
}
