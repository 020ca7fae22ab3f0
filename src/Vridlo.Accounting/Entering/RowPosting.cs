using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Funds;

namespace Vridlo.Accounting.Entering;

/// <summary>That a posting of the ledger is there because of a row: its entry, or the reversal of it. Rows of this are added and never changed.</summary>
internal sealed class RowPosting
{
    public required PostingId Posting { get; init; }

    public required RowId RowId { get; init; }

    public required SourceId SourceId { get; init; }

    public required int Year { get; init; }
}
