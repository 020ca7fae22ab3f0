using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Instruments;

/// <summary>The links of instruments in the database.</summary>
internal sealed class InstrumentLinks(AppDb db) : IInstrumentLinks
{
    public async Task<IReadOnlyList<InstrumentAt>> At(IReadOnlyCollection<NodeId> nodes, CancellationToken stop) => await (
        from link in db.Set<InstrumentLink>().AsNoTracking()
        join instrument in db.Set<Instrument>() on link.InstrumentId equals instrument.Id
        where nodes.Contains(link.NodeId)
        orderby instrument.Code, link.NeedKey
        select new InstrumentAt(link.NodeId, link.NeedKey, instrument.Code, instrument.Title)).ToListAsync(stop);

    public async Task Carry(IReadOnlyCollection<Succession> successions, CancellationToken stop)
    {
        List<NodeId> from = [.. successions.Select(s => s.From).Distinct()];
        var instruments = await db.Set<Instrument>().Include(i => i.Links).Where(i => i.Links.Any(l => from.Contains(l.NodeId))).ToListAsync(stop);
        foreach (var instrument in instruments)
        {
            var links = from succession in successions
                        from link in instrument.Links
                        where link.NodeId == succession.From
                        select (succession.To, Need: succession.Needs.Contains(link.NeedKey) ? link.NeedKey : "");
            foreach (var (node, need) in links.Distinct().Where(n => !instrument.Links.Exists(l => l.NodeId == n.To && l.NeedKey == n.Need)).ToList())
            {
                instrument.Links.Add(new() { InstrumentId = instrument.Id, NodeId = node, NeedKey = need });
            }
        }
    }
}
