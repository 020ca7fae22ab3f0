using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Integrity;
using Vridlo.Core.Jobs;
using Vridlo.Core.Programme;
using Vridlo.Core.Search;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Integrity;

public sealed class ChecksStory
{
    [Theory, BothEngines]
    public async Task A_database_as_it_was_made_is_sound(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.DoesNotContain(await Findings(world), f => f.Severity is not Severity.Note);
    }

    [Theory, BothEngines]
    public async Task Words_changed_behind_the_ledgers_back_are_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<NodeRow>()
            .Where(n => n.Code == "8.2" && n.Kind == NodeKind.Measure).ExecuteUpdateAsync(n => n.SetProperty(row => row.Title, new Localized("Něco jiného"))));
        var found = await Findings(world);
        Assert.Equal(
            ["core.check.node-altered prkk-2021 2021 8.2", "core.check.search-drift programme *"],
            found.Where(f => f.Severity is Severity.Error).Select(Said).Order());
        Assert.Equal("/programy/prkk-2021/vydani/2021/8.2", found.Single(f => f.Check == "core.check.node-altered").Path);
    }

    [Theory, BothEngines]
    public async Task A_measure_whose_department_is_missing_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<NodeRow>().Where(n => n.Code == "8").ExecuteUpdateAsync(n => n.SetProperty(row => row.Department, (string?)null)));
        var found = await Findings(world);
        Assert.All(Of(found, "core.check.measure-unowned"), m => Assert.StartsWith("prkk-2021 8.", m, StringComparison.Ordinal));
        Assert.Contains("core.check.measure-unowned prkk-2021 8.1", found.Select(Said));
    }

    [Theory, BothEngines]
    public async Task What_is_linked_to_nothing_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var (code, need) = await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            var link = await db.Set<InstrumentLink>().FirstAsync(l => l.NeedKey != "");
            await db.Set<NodeRow>().Where(n => n.NodeId == link.NodeId).ExecuteDeleteAsync();
            return (await db.Set<Instrument>().Where(i => i.Id == link.InstrumentId).Select(i => i.Code).SingleAsync(), link.NeedKey);
        });
        var found = (await Findings(world)).Select(Said).ToList();
        Assert.Contains("core.check.link-dangling " + code, found);
        Assert.Contains("core.check.need-dangling prkk-2021 2021 " + need, found);
    }

    [Theory, BothEngines]
    public async Task A_missing_title_or_translation_is_found(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Package.Town())).Ok);
        var found = await Findings(world);
        Assert.Equal(
            ["ostrov-2026 A (en, de)", "ostrov-2026 A1 (en, de)"], found.Where(f => f.Check == "core.check.texts-missing").Select(f => f.Subject));
        Assert.All(found.Where(f => f.Check == "core.check.texts-missing"), f => Assert.Equal(Severity.Note, f.Severity));
    }

    [Theory, BothEngines]
    public async Task A_measure_is_unowned_until_a_department_or_a_person_answers_for_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Package.Town())).Ok);
        Assert.Equal(["ostrov-2026 A1"], Of(await Findings(world), "core.check.measure-unowned"));
        var (programme, area) = await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            return (await db.Set<ProgrammeRow>().Select(p => p.Id).SingleAsync(), await db.Set<NodeRow>().Where(n => n.Code == "A").Select(n => n.NodeId).SingleAsync());
        });
        await Employ(world, "Garant", new Grant(Role.Guarantor, programme, area));
        await Employ(world, "Cizí", new Grant(Role.Owner, programme, TypedId.New<NodeId>()));
        Assert.NotEmpty(Of(await Findings(world), "core.check.measure-unowned"));
        await Employ(world, "Gestor", new Grant(Role.Owner, programme, area));
        Assert.Empty(Of(await Findings(world), "core.check.measure-unowned"));
    }

    [Theory, BothEngines]
    public async Task Who_has_left_and_still_holds_a_role_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var person = await Employ(world, "Jan Odešlý", new Grant(Role.Owner));
        Assert.Empty(Of(await Findings(world), "core.check.owner-left"));
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<PersonRow>().ExecuteUpdateAsync(p => p.SetProperty(r => r.LeftAt, Instant.FromUtc(2026, 1, 1, 0, 0))));
        var left = Assert.Single(await Findings(world), f => f.Check == "core.check.owner-left");
        Assert.Equal(("Jan Odešlý", $"/prace/lide/{person.Value}"), (left.Subject, left.Path));
    }

    [Theory, BothEngines]
    public async Task A_role_at_what_nobody_has_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var programme = await world.In(unit => unit.GetRequiredService<AppDb>().Set<ProgrammeRow>().Where(p => p.Code == "prkk-2021").Select(p => p.Id).SingleAsync());
        await Employ(world, "Jana Vážná", new Grant(Role.Owner, programme, TypedId.New<NodeId>()));
        await Employ(world, "Všude", new Grant(Role.Owner));
        await Employ(world, "V programu", new Grant(Role.Owner, programme));
        Assert.Equal(["Jana Vážná"], Of(await Findings(world), "programmes.check.grant-dangling"));
    }

    [Theory, BothEngines]
    public async Task Work_that_is_not_done_or_fails_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var now = world.Clock.GetCurrentInstant();
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.Add(new JobRow { Name = "late", NextAt = now - Duration.FromHours(25) });
            db.Add(new JobRow { Name = "held", NextAt = now - Duration.FromHours(25), Holder = "x", HeldUntil = now + Duration.FromMinutes(1) });
            db.Add(new JobRow { Name = "soon", NextAt = now - Duration.FromHours(23) });
            db.Add(new JobRow { Name = "broken", NextAt = now, Error = "IOException: disk full" });
            Assert.True(await db.Keep(default));
        });
        var found = await Findings(world);
        Assert.Equal(["late"], Of(found, "core.check.job-late"));
        Assert.Equal(["broken (IOException: disk full)"], Of(found, "core.check.job-failed"));
    }

    [Theory, BothEngines]
    public async Task An_index_of_search_that_drifted_is_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        foreach (var spoil in (Func<AppDb, Task>[])
        [
            db => db.Set<SearchEntry>().Where(e => e.Code == "8.2").ExecuteUpdateAsync(e => e.SetProperty(x => x.Body, "nic")),
            db => db.Set<SearchScope>().Where(s => s.Source == "programme").ExecuteDeleteAsync(),
        ])
        {
            await world.In(unit => spoil(unit.GetRequiredService<AppDb>()));
            Assert.NotEmpty(Of(await Findings(world), "core.check.search-drift"));
            await world.In(unit => unit.GetRequiredService<RebuildSearch>().Everything(Units.Act, null, default));
            Assert.Empty(Of(await Findings(world), "core.check.search-drift"));
        }
    }

    [Theory, BothEngines]
    public async Task What_a_run_has_found_is_kept_until_the_next_and_goes_with_the_person(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Package.Town())).Ok);
        var person = await Employ(world, "Jan Odešlý", new Grant(Role.Owner));
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<PersonRow>().ExecuteUpdateAsync(p => p.SetProperty(r => r.LeftAt, Instant.FromUtc(2026, 1, 1, 0, 0))));
        await Run(world);
        await Run(world);
        var kept = await Kept(world);
        Assert.Equal(2 + 1 + 1, kept.Count);
        Assert.Equal(kept.OrderBy(f => f.Rank).Select(f => f.Id), kept.Select(f => f.Id));
        var checks = await world.In(unit => unit.GetRequiredService<IIntegrity>().Checks(default));
        Assert.All(checks, c => Assert.Equal(world.Clock.GetCurrentInstant(), c.RanAt));
        Assert.Equal(4, checks.Sum(c => c.Found));

        await world.In(async unit =>
        {
            await unit.GetRequiredService<IPeople>().Erase(person, default);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        });
        Assert.DoesNotContain(await Kept(world), f => f.Subject == "Jan Odešlý");
    }

    private sealed record Found(string Check, Severity Severity, string Subject, string? Path);

    private static string Said(Found found) =>
        $"{found.Check} {(found.Check.EndsWith("search-drift", StringComparison.Ordinal) ? found.Subject.Split(' ')[0] + " *" : found.Subject)}";

    private static IEnumerable<string> Of(IEnumerable<Found> found, string check) => found.Where(f => f.Check == check).Select(f => f.Subject);

    private static Task Run(World world) => world.In(unit => unit.GetRequiredService<IIntegrity>().Run(default));

    private static Task<List<FindingListed>> Kept(World world) =>
        world.In(unit => unit.GetRequiredService<IIntegrity>().Findings.OrderBy(f => f.Rank).ThenBy(f => f.Id).ToListAsync());

    private static Task<PersonId> Employ(World world, string name, Grant grant) => world.In(async unit =>
    {
        var people = unit.GetRequiredService<IPeople>();
        var person = people.Add(name, $"{Guid.CreateVersion7():N}@example.org", Language.Cs);
        people.Give(person.Id, grant);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        return person.Id;
    });

    private static async Task<List<Found>> Findings(World world) =>
        [.. from look in await world.In(unit => unit.GetRequiredService<IIntegrity>().Look(null, default))
            from finding in look.Found
            select new Found(look.Check.Key, look.Check.Severity, finding.Subject, finding.Path)];
}
