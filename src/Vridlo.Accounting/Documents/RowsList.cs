using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Lists;

namespace Vridlo.Accounting.Documents;

/// <summary>The rows of a source for those who keep it: where each stands on its way into the ledger.</summary>
internal static class RowsList
{
    public static ListSource<DocumentListed> Of(ReadRows rows, Source source) => new(List(source.Code), rows.Of(source.Id));

    private static ListOf<DocumentListed> List(string code) => new()
    {
        Name = $"{code}-rows",
        Id = RowColumns.Id,
        Order = "-day",
        Columns =
        [
            RowColumns.Day,
            new("sort", "accounting.sort", d => d.Sort),
            new("number", "accounting.field.number", d => d.Number.Length > 0 ? d.Number : d.Type.Length > 0 ? d.Type : "–") { Link = d => $"/prace/ucetnictvi/{code}/doklady/{d.Id.Value}" },
            new("counterparty", "accounting.counterparty", d => d.CounterpartyName),
            .. RowColumns.Place,
            new("state", "accounting.state", d => d.State),
            new("project", "accounting.instrument", d => d.InstrumentCode) { Link = d => d.InstrumentPath is { Length: > 0 } path ? path : null },
            RowColumns.Amount,
        ],
        Filters =
        [
            new("state", "accounting.state", (found, word) => WordsAttribute.Read<EntryState>(word) is { } state ? found.Where(d => d.State == state) : null)
            {
                Choices = [.. Enum.GetValues<EntryState>().Where(s => s is not EntryState.Replaced).Select(s => new FilterChoice(WordsAttribute.Name(s.ToString()), WordsAttribute.Key(s)))],
            },
            new("project", "accounting.instrument", (found, text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? found.Where(d => d.InstrumentCode == text) : null),
            .. RowColumns.Filters,
        ],
    };
}
