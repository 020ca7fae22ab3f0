using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;

namespace Vridlo.Accounting.Showing;

/// <summary>What a source has paid somebody in a year.</summary>
/// <param name="Year">the year</param>
/// <param name="Source">name of the source</param>
/// <param name="SourceCode">its code</param>
/// <param name="Documents">how many documents</param>
/// <param name="Minor">haléře</param>
/// <param name="Number">the company number under which it was paid: an organisation may have been merged of several</param>
public sealed record PaidInYear(int Year, string Source, string SourceCode, int Documents, long Minor, string Number);

/// <summary>Reads what an organisation was paid, for a section of its page, in one statement.</summary>
internal static class ReadSupplier
{
    public static async Task<IReadOnlyDictionary<string, object?>?> Of(IServiceProvider services, OrganisationListed organisation, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var numbers = services.GetRequiredService<IOrganisations>().All.Where(o => o.Self == organisation.Id && o.Number != null).Select(o => o.Number);
        var paid = await (from row in db.Set<DocumentRow>().AsNoTracking()
                          join source in db.Set<Source>() on row.SourceId equals source.Id
                          where numbers.Contains(row.CounterpartyNumber) && row.EndedBy == null && row.Item >= ItemClasses.FirstSpending && row.Item < ItemClasses.AfterSpending
                          group row by new { row.Year, source.Name, source.Code, row.CounterpartyNumber } into g
                          orderby g.Key.Year descending, g.Key.Name, g.Key.CounterpartyNumber
                          select new { g.Key.Year, g.Key.Name, g.Key.Code, g.Key.CounterpartyNumber, Documents = g.Count(), Minor = g.Sum(r => r.Amount) }).ToListAsync(stop);
        return paid.Count == 0 ? null : new Dictionary<string, object?>
        {
            ["Paid"] = (IReadOnlyList<PaidInYear>)[.. paid.Select(p => new PaidInYear(p.Year, p.Name, p.Code, p.Documents, p.Minor, p.CounterpartyNumber!))],
        };
    }
}
