using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
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
            RowColumns.State(EntryState.Replaced),
            RowColumns.Project,
            .. RowColumns.Filters,
        ],
    };
}
