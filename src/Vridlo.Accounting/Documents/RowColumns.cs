using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Entering;
using Vridlo.Base;
using Vridlo.Base.Lists;

namespace Vridlo.Accounting.Documents;

/// <summary>Columns and filters that the lists of rows have in common.</summary>
internal static class RowColumns
{
    public static SortKey<DocumentListed> Id { get; } = SortKey<DocumentListed>.By(d => d.Id);

    public static Column<DocumentListed> Day { get; } = new("day", "accounting.day", d => d.Counted) { Sort = SortKey<DocumentListed>.By(d => d.Counted) };

    public static Column<DocumentListed> Amount { get; } = PlaceColumns.Amount<DocumentListed>();

    /// <summary>Where in the budget, and what else a row says.</summary>
    public static IReadOnlyList<Column<DocumentListed>> Place { get; } =
    [
        .. PlaceColumns.Place<DocumentListed>(),
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
        PlaceColumns.OfYear<DocumentListed>(),
        new("documentSort", "accounting.sort", (rows, word) => WordsAttribute.Read<DocumentSort>(word) is { } sort ? rows.Where(d => d.Sort == sort) : null)
        {
            Choices = FilterChoice.Of<DocumentSort>(),
        },
        .. PlaceColumns.Filters<DocumentListed>(),
        new("supplier", "accounting.field.counterpartyNumber", (rows, number) => CompanyNumber.Read(number) is { Ok: true } read ? By(rows, read.Value.Digits) : null),
    ];

    /// <summary>Where a row stands on its way into the ledger.</summary>
    /// <param name="but">states that no row of the list can have</param>
    public static Filter<DocumentListed> State(params EntryState[] but) => new("state", "accounting.state", (found, word) => WordsAttribute.Read<EntryState>(word) is { } state ? found.Where(d => d.State == state) : null)
    {
        Choices = [.. Enum.GetValues<EntryState>().Where(s => !but.Contains(s)).Select(s => new FilterChoice(WordsAttribute.Name(s.ToString()), WordsAttribute.Key(s)))],
    };

    /// <summary>Whose the rows are, by the code of the instrument, or nobody's.</summary>
    public static Filter<DocumentListed> Project { get; } = new("project", "accounting.instrument", (found, text) =>
        text == PlaceColumns.None ? found.Where(d => d.Instrument == null)
        : text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? found.Where(d => d.InstrumentCode == text)
        : null);

    private static IQueryable<DocumentListed> By(IQueryable<DocumentListed> rows, string number) => rows.Where(d => d.CounterpartyNumber == number);
}
