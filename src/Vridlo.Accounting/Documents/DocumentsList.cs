using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Accounting.Documents;

/// <summary>The documents of all sources as open data: of every kind, so that they sum to what accounting has.</summary>
internal sealed class DocumentsList(AppDb db, ReadRows rows)
{
    public const string Path = "/penize/ucetnictvi/doklady";

    public async Task<ListSource<DocumentListed>> Source(CancellationToken stop) => new(List(await SourceChoices.All(db, stop)), rows.Public);

    private static ListOf<DocumentListed> List(IReadOnlyList<FilterChoice> sources) => new()
    {
        Name = "accounting",
        Id = RowColumns.Id,
        Order = "-day",
        Columns =
        [
            RowColumns.Day,
            .. PlaceColumns.Source<DocumentListed>(),
            new("sort", "accounting.sort", d => d.Sort),
            new("number", "accounting.field.number", d => d.Number),
            new("counterparty", "accounting.counterparty", d => d.Counterparty) { Link = d => d.CounterpartyNumber is { } number ? $"{Path}?supplier={number}" : null },
            .. RowColumns.Place,
            new("project", "accounting.instrument", d => d.InstrumentCode) { Link = d => d.InstrumentPath is { Length: > 0 } path ? path : null },
            RowColumns.Amount,
        ],
        Filters =
        [
            PlaceColumns.OfSource<DocumentListed>(sources),
            RowColumns.Project,
            RowColumns.State(EntryState.Replaced, EntryState.Withdrawn),
            .. RowColumns.Filters,
        ],
    };
}
