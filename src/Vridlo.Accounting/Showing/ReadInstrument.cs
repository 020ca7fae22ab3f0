using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Subjects;

namespace Vridlo.Accounting.Showing;

/// <summary>A document that was entered for a project, as the public sees it.</summary>
/// <param name="Day">the day from which it counts</param>
/// <param name="Sort">what it is</param>
/// <param name="Number">its number, or empty</param>
/// <param name="Supplier">name of the other side; empty when it has no company number</param>
/// <param name="SupplierNumber">its company number, or null</param>
/// <param name="Other">whether there is anybody on the other side</param>
/// <param name="Source">name of the source</param>
/// <param name="Minor">haléře; less than nothing when it came back</param>
public sealed record DocumentBrief(LocalDate Day, Enum Sort, string Number, string Supplier, string? SupplierNumber, bool Other, string Source, long Minor);

/// <summary>What a source of accounting has of a project.</summary>
/// <param name="Code">code of the source</param>
/// <param name="Name">its name</param>
/// <param name="AsOf">the day whose state is there</param>
/// <param name="Events">numbers of events by which the project is known and under which there are documents</param>
public sealed record SourceOfProject(string Code, string Name, LocalDate AsOf, IReadOnlyList<string> Events);

/// <summary>Reads the documents that were entered for an instrument, for a section of its page, in two statements.</summary>
internal static class ReadInstrument
{
    private const int Most = 10;

    public static async Task<IReadOnlyDictionary<string, object?>?> Of(IServiceProvider services, SubjectKey subject, CancellationToken stop)
    {
        if (!Guid.TryParse(subject.Id, out var id))
        {
            return null;
        }

        InstrumentId? instrument = new InstrumentId(id);
        var (db, keys) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IInstruments>().Keys.Where(k => k.Kind == InstrumentKeyKind.Event && k.Instrument == instrument));
        var sums = await (from row in db.Set<DocumentRow>().AsNoTracking()
                          join source in db.Set<Source>() on row.SourceId equals source.Id
                          where row.Instrument == instrument && row.EndedBy == null && row.State == EntryState.Entered
                          group row by new { source.Id, source.Code, source.Name, row.Event } into g
                          select new
                          {
                              g.Key,
                              Rows = g.Count(),
                              Paid = g.Sum(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending ? r.Amount : 0),
                              Returned = g.Sum(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending ? 0 : r.Amount),
                              AsOf = db.Set<Import>().Where(i => i.SourceId == g.Key.Id).Max(i => i.AsOf),
                              IsKey = keys.Any(k => k.Value == g.Key.Event),
                          }).ToListAsync(stop);
        if (sums.Count == 0)
        {
            return null;
        }

        var newest = await services.GetRequiredService<ReadRows>().Public.Where(d => d.Instrument == instrument && d.State == EntryState.Entered)
            .OrderByDescending(d => d.Counted).ThenByDescending(d => d.Id).Take(Most).ToListAsync(stop);
        return new Dictionary<string, object?>
        {
            ["Code"] = newest.Count == 0 ? "" : newest[0].InstrumentCode ?? "",
            ["Count"] = sums.Sum(s => s.Rows),
            ["Paid"] = sums.Sum(s => s.Paid),
            ["Returned"] = sums.Sum(s => s.Returned),
            ["Sources"] = (IReadOnlyList<SourceOfProject>)[.. sums.GroupBy(s => (s.Key.Code, s.Key.Name, s.AsOf)).OrderBy(g => g.Key.Name, StringComparer.Ordinal).Select(g =>
                new SourceOfProject(g.Key.Code, g.Key.Name, g.Key.AsOf, [.. g.Where(s => s.IsKey).Select(s => s.Key.Event).Order(StringComparer.Ordinal)]))],
            ["Documents"] = (IReadOnlyList<DocumentBrief>)[.. newest.Select(d => new DocumentBrief(
                d.Counted, d.Sort, d.Number, d.CounterpartyName, d.CounterpartyNumber, d.HasCounterparty, d.SourceName, d.Class is ItemClass.Current or ItemClass.Capital ? d.Minor : -d.Minor))],
        };
    }
}
