using System.Globalization;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Classification;

/// <summary>Columns and filters that the lists of documents and of budgets have in common, so that a sum is narrowed alike in both.</summary>
internal static class PlaceColumns
{
    /// <summary>Current and capital spending together, and what has no event or project, as they stand in addresses.</summary>
    public const string Spending = "spending", None = "none";

    public static IReadOnlyList<Column<TRow>> Source<TRow>()
        where TRow : Placed =>
    [
        new("source", "accounting.source", r => r.SourceName),
        new("sourceCode", "accounting.source.code", r => r.SourceCode) { FilesOnly = true },
    ];

    public static IReadOnlyList<Column<TRow>> Place<TRow>()
        where TRow : Placed =>
    [
        new("paragraph", "accounting.field.paragraph", r => r.ParagraphName),
        new("item", "accounting.field.item", r => r.ItemName),
        new("paragraphCode", "accounting.paragraph.code", r => r.Paragraph) { FilesOnly = true },
        new("itemCode", "accounting.item.code", r => r.Item) { FilesOnly = true },
        new("class", "accounting.class", r => r.Class) { FilesOnly = true },
        new("event", "accounting.field.event", r => r.Event) { Link = r => r.Event.Length > 0 ? $"/penize/ucetnictvi/akce?source={r.SourceCode}&event={Uri.EscapeDataString(r.Event)}" : null },
        new("unit", "accounting.field.unit", r => r.Unit) { FilesOnly = true },
    ];

    public static Column<TRow> Amount<TRow>()
        where TRow : Placed => new("amount", "accounting.amount", r => r.Amount) { Sort = SortKey<TRow>.By(r => r.Minor), Figures = true };

    public static Filter<TRow> OfSource<TRow>(IReadOnlyList<FilterChoice> sources)
        where TRow : Placed => new("source", "accounting.source", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(r => r.SourceCode == code) : null)
        {
            Choices = sources,
        };

    public static Filter<TRow> OfYear<TRow>()
        where TRow : Placed => new("year", "accounting.year", (rows, text) => Number(text) is { } year ? rows.Where(r => r.Year == year) : null);

    public static IReadOnlyList<Filter<TRow>> Filters<TRow>()
        where TRow : Placed =>
    [
        new("class", "accounting.class", (rows, word) => word == Spending ? Spent(rows) : WordsAttribute.Read<ItemClass>(word) is { } known ? In(rows, known) : null)
        {
            Choices = [.. FilterChoice.Of<ItemClass>(), new(Spending, "accounting.class.spending")],
        },
        new("group", "accounting.paragraph.group", (rows, text) => Number(text) is { } group ? rows.Where(r => r.Paragraph / 100 == group) : null),
        new("item", "accounting.item.filter", (rows, text) => Number(text) is not { } item ? null : text.Length <= 2 ? rows.Where(r => r.Item / 100 == item) : rows.Where(r => r.Item == item)),
        new("event", "accounting.field.event", (rows, text) => text == None ? rows.Where(r => r.Event == "") : InstrumentKey.Compared(text) is { Length: > 0 } sought ? rows.Where(r => r.Event == sought) : null),
    ];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IQueryable<TRow> Spent<TRow>(IQueryable<TRow> rows)
        where TRow : Placed => rows.Where(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending);

    private static IQueryable<TRow> In<TRow>(IQueryable<TRow> rows, ItemClass known)
        where TRow : Placed => known switch
        {
            ItemClass.Income => rows.Where(r => r.Item >= 1000 && r.Item < ItemClasses.FirstSpending),
            ItemClass.Current => rows.Where(r => r.Item / 1000 == 5),
            ItemClass.Capital => rows.Where(r => r.Item / 1000 == 6),
            ItemClass.Financing => rows.Where(r => r.Item / 1000 == 8),
            _ => rows.Where(r => r.Item < 1000 || r.Item / 1000 == 7 || r.Item >= ItemClasses.AfterFinancing),
        };
}
