using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Integrity;

public sealed class ChecksStory
{
    [Theory, BothEngines]
    public async Task A_database_as_it_was_made_is_sound(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.Empty(await Findings(world));
    }

    [Theory, BothEngines]
    public async Task Words_changed_behind_the_ledgers_back_are_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<NodeRow>()
            .Where(n => n.Code == "8.2").ExecuteUpdateAsync(n => n.SetProperty(row => row.Title, new Base.Localized("Něco jiného"))));
        Assert.Equal([("core.check.node-altered", "2021 8.2")], await Findings(world));
    }

    [Theory, BothEngines]
    public async Task An_instrument_linked_to_nothing_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var code = await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            var link = await db.Set<InstrumentLink>().FirstAsync();
            await db.Set<NodeRow>().Where(n => n.NodeId == link.NodeId).ExecuteDeleteAsync();
            return await db.Set<Instrument>().Where(i => i.Id == link.InstrumentId).Select(i => i.Code).SingleAsync();
        });
        Assert.Contains(("core.check.link-dangling", code), await Findings(world));
    }

    private static async Task<List<(string Check, string Thing)>> Findings(World world)
    {
        var found = new List<(string, string)>();
        foreach (var check in world.Services.GetRequiredService<Declarations>().Checks)
        {
            found.AddRange((await world.In(unit => check.Find(unit, default))).Select(thing => (check.Key, thing)));
        }

        return found;
    }
}
