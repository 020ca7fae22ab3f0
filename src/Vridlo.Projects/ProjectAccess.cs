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
    private const int AtOnce = 500;

    /// <summary>Whether a right is held over a project as it stands.</summary>
    public Task<bool> May(string right, InstrumentId project, CancellationToken stop) => May(right, [project], stop);

    /// <summary>Whether a right is held over each of these projects as they stand.</summary>
    public async Task<bool> May(string right, IReadOnlyCollection<InstrumentId> projects, CancellationToken stop)
    {
        Dictionary<InstrumentId, List<NodeId>> nodes = projects.Distinct().ToDictionary(p => p, _ => new List<NodeId>());
        foreach (var some in nodes.Keys.Chunk(AtOnce))
        {
            foreach (var share in await money.Shares.Where(s => some.Contains(s.Instrument)).ToListAsync(stop))
            {
                nodes[share.Instrument].Add(share.Node);
            }
        }

        List<NodeId> all = [.. nodes.Values.SelectMany(n => n).Distinct()];
        var standing = (await ledger.Standing(all, Today, stop)).ToLookup(n => n.Id);
        return nodes.Values.All(n => asker.May(right, [.. n.SelectMany(id => standing[id])]));
    }

    /// <summary>Whether a right is held over a project that carries out these nodes.</summary>
    public async Task<bool> May(string right, IReadOnlyCollection<NodeId> nodes, CancellationToken stop) =>
        asker.May(right, await ledger.Standing(nodes, Today, stop));

    private LocalDate Today => clock.GetCurrentInstant().InZone(DateText.Zone).Date;
}
