using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Editing;

/// <summary>What a project carries out, as it stands: by its code, which another node may have by now when it is in no edition in force.</summary>
internal sealed record StandingLink(string Code, NodeId Node, int Share);

/// <summary>Reads what projects carry out, also what the programme has given up since.</summary>
internal sealed class StandingLinks(IMoneyLedger money, IProgrammeLedger ledger, IClock clock)
{
    /// <summary>The links of these projects, of each the largest share first.</summary>
    public async Task<ILookup<InstrumentId, StandingLink>> Of(IReadOnlyCollection<InstrumentId> projects, CancellationToken stop)
    {
        var shares = await money.Shares.Where(s => projects.Contains(s.Instrument)).ToListAsync(stop);
        var codes = (await ledger.Standing([.. shares.Select(s => s.Node).Distinct()], clock.Today(), stop)).ToDictionary(n => n.Id, n => n.Code);
        return shares.Where(s => codes.ContainsKey(s.Node)).OrderByDescending(s => s.Share).ThenBy(s => codes[s.Node], StringComparer.Ordinal)
            .ToLookup(s => s.Instrument, s => new StandingLink(codes[s.Node], s.Node, s.Share));
    }
}
