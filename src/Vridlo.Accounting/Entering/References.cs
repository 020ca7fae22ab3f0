using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Subjects;

namespace Vridlo.Accounting.Entering;

/// <summary>What accounting refers to: the funds that pay by what its sources say, and the instruments that events and rows are assigned to.</summary>
internal static class References
{
    public static async Task<bool> To(IServiceProvider unit, SubjectKey thing, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        switch (thing.Kind)
        {
            case "money.fund":
                var fund = new FundId(Guid.Parse(thing.Id));
                return await db.Set<Source>().AnyAsync(s => s.DefaultFund == fund, stop) || await db.Set<FundRule>().AnyAsync(r => r.FundId == fund, stop);
            case "instrument":
                var instrument = new InstrumentId(Guid.Parse(thing.Id));
                return await db.Set<Assignment>().AnyAsync(a => a.InstrumentId == instrument, stop);
            default:
                return false;
        }
    }
}
