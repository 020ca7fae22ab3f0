using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class DraftChecksStory
{
    [Theory]
    [BothEngines]
    public async Task A_draft_open_for_more_than_half_a_year_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await Desk.Of(world).Amend();
        await Age(world, 180);
        Assert.Empty(await Found(world, "programmes.check.draft-old"));
        await Age(world, 190);
        Assert.Equal(["prkk-2021 zmena-1"], await Found(world, "programmes.check.draft-old"));
    }

    [Theory]
    [BothEngines]
    public async Task A_role_in_a_programme_that_is_only_being_drafted_is_no_fault(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        BeginDraft.Command command = new("ostrov-2030", ProgrammeKind.Municipality, "555428", new("Program"), null, 2030, 2035, "1", new("První vydání"));
        Assert.True((await Desk.Of(world).Do((BeginDraft begin) => begin.Run(command, Desk.Act, default))).Ok);
        var drafted = await world.In(unit => unit.GetRequiredService<AppDb>().Set<Draft>().Select(d => d.ProgrammeId).SingleAsync());
        await Employ(world, "Ten", new Grant(Role.Owner, drafted));
        await Employ(world, "Onen", new Grant(Role.Owner, TypedId.New<ProgrammeId>()));
        Assert.Equal(["Onen"], await Found(world, "programmes.check.grant-dangling"));
    }

    private static Task<int> Age(World world, int days)
    {
        var opened = world.Clock.GetCurrentInstant() - Duration.FromDays(days);
        return world.In(unit => unit.GetRequiredService<AppDb>().Set<Draft>().ExecuteUpdateAsync(d => d.SetProperty(x => x.OpenedAt, opened)));
    }

    private static Task Employ(World world, string name, Grant grant) => world.In(async unit =>
    {
        var people = unit.GetRequiredService<IPeople>();
        people.Give(people.Add(name, $"{Guid.CreateVersion7():N}@example.org", Language.Cs).Id, grant);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
    });

    private static Task<IEnumerable<string>> Found(World world, string check) =>
        world.In(async unit => (await DraftChecks.All.Single(c => c.Key == check).Find(unit, default)).Select(f => f.Subject));
}
