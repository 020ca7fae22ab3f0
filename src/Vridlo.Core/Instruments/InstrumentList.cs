using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Instruments;

/// <summary>The common list of instruments in the database.</summary>
internal sealed partial class InstrumentList(AppDb db, IClock clock) : IInstruments
{
    public void Add(InstrumentToEnter instrument) => db.Add(new Instrument
    {
        Id = instrument.Id,
        Code = instrument.Code,
        Kind = instrument.Kind,
        Title = instrument.Title,
        Path = instrument.Path,
        Place = instrument.Place,
        Bearer = instrument.Bearer,
        Since = clock.GetCurrentInstant(),
    });

    public async Task Describe(InstrumentId instrument, Localized title, string? place, OrganisationId? bearer, CancellationToken stop)
    {
        if (await db.FindAsync<Instrument>([instrument], stop) is { } there)
        {
            (there.Title, there.Place, there.Bearer) = (title, place, bearer);
        }
    }

    public async Task Link(InstrumentId instrument, IReadOnlyCollection<NodeId> nodes, CancellationToken stop)
    {
        var isNew = db.Set<Instrument>().Local.FindEntry(instrument)?.State is EntityState.Added;
        var links = isNew ? [] : await db.Set<InstrumentLink>().Where(l => l.InstrumentId == instrument && l.NeedKey == "").ToListAsync(stop);
        db.RemoveRange(links.Where(l => !nodes.Contains(l.NodeId)));
        db.AddRange(nodes.Distinct().Where(n => links.All(l => l.NodeId != n)).Select(n => new InstrumentLink { InstrumentId = instrument, NodeId = n, NeedKey = "" }));
    }

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
