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
    public async Task<bool> May(string right, IReadOnlyCollection<InstrumentId> projects, CancellationToken stop) =>
        await Where(right, projects, stop) is { } held && projects.All(held.Contains);

    /// <summary>Those of these projects over which a right is held as they stand.</summary>
    public async Task<HashSet<InstrumentId>> Where(string right, IReadOnlyCollection<InstrumentId> projects, CancellationToken stop)
    {
        List<ShareListed> shares = [];
        foreach (var some in projects.Distinct().Chunk(AtOnce))
        {
            shares.AddRange(await money.Shares.Where(s => some.Contains(s.Instrument)).ToListAsync(stop));
        }

        return await Where(right, projects, shares.ToLookup(s => s.Instrument, s => s.Node), stop);
    }

    /// <summary>Those of these things over which a right is held, by the nodes that each of them carries out.</summary>
    public async Task<HashSet<T>> Where<T>(string right, IReadOnlyCollection<T> things, ILookup<T, NodeId> nodes, CancellationToken stop)
    {
        var standing = (await ledger.Standing([.. nodes.SelectMany(n => n).Distinct()], Today, stop)).ToLookup(n => n.Id);
        return [.. things.Where(t => asker.May(right, [.. nodes[t].SelectMany(n => standing[n])]))];
    }

    /// <summary>Whether a right is held over a project that carries out these nodes.</summary>
    public async Task<bool> May(string right, IReadOnlyCollection<NodeId> nodes, CancellationToken stop) =>
        asker.May(right, await ledger.Standing(nodes, Today, stop));

    private LocalDate Today => clock.Today();
}
