using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Documents;

/// <summary>The rows of accounting as lists show them.</summary>
internal sealed class ReadRows(AppDb db, IInstruments instruments)
{
    /// <summary>Live rows as the public sees them: who has no company number is not named, and what it was for is not told.</summary>
    public IQueryable<DocumentListed> Public => Listed(Rows.Where(r => r.EndedBy == null), named: false);

    /// <summary>The newest revision of every row of a source, withdrawn ones too, as those see them who keep it.</summary>
    public IQueryable<DocumentListed> Of(SourceId source) =>
        Listed(Rows.Where(r => r.SourceId == source && r.State != Entering.EntryState.Replaced), named: true);

    private IQueryable<DocumentRow> Rows => db.Set<DocumentRow>();

    private IQueryable<DocumentListed> Listed(IQueryable<DocumentRow> rows, bool named) =>
        from row in rows
        join source in db.Set<Source>() on row.SourceId equals source.Id
        select new DocumentListed
        {
            Id = row.Id,
            Source = source.Id,
            SourceCode = source.Code,
            SourceName = source.Name,
            Year = row.Year,
            Revision = row.Revision,
            Sort = row.Sort,
            Type = row.Type,
            Number = row.Number,
            Line = row.Line,
            Paragraph = row.Paragraph,
            Item = row.Item,
            Unit = row.Unit,
            Event = row.Event,
            Purpose = row.Purpose,
            Contract = row.Contract,
            Minor = row.Amount,
            Counted = row.Counted,
            CounterpartyNumber = row.CounterpartyNumber,
            CounterpartyName = named || row.CounterpartyNumber != null ? row.CounterpartyName : "",
            HasCounterparty = row.CounterpartyNumber != null || row.CounterpartyName != "" || row.CounterpartyGiven != "",
            Description = named || row.CounterpartyNumber != null ? row.Description : "",
            State = row.State,
            Instrument = row.Instrument,
            InstrumentCode = instruments.All.Where(i => i.Id == row.Instrument).Select(i => i.Code).FirstOrDefault(),
            InstrumentPath = instruments.All.Where(i => i.Id == row.Instrument).Select(i => i.Path).FirstOrDefault(),
        };
}
