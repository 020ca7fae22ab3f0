using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Projects;

/// <summary>What whoever asks may do to projects: it depends on the nodes that they carry out.</summary>
internal sealed class ProjectAccess(IMoneyLedger money, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    /// <summary>Whether a right is held over a project as it stands.</summary>
    public Task<bool> May(string right, InstrumentId project, CancellationToken stop) => May(right, [project], stop);

    /// <summary>Whether a right is held over one of these projects as they stand.</summary>
    public async Task<bool> May(string right, IReadOnlyCollection<InstrumentId> projects, CancellationToken stop) =>
        await May(right, await money.Shares.Where(s => projects.Contains(s.Instrument)).Select(s => s.Node).ToListAsync(stop), stop);

    /// <summary>Whether a right is held over a project that carries out these nodes.</summary>
    public async Task<bool> May(string right, IReadOnlyCollection<NodeId> nodes, CancellationToken stop) =>
        asker.May(right, await ledger.Standing(nodes, clock.GetCurrentInstant().InZone(DateText.Zone).Date, stop));
}
