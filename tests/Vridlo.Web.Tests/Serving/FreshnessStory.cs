using System.Net;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Serving;

public sealed class FreshnessStory
{
    private const string Address = "/programy/prkk-2021/8.1";

    [Theory, BothEngines]
    public async Task A_page_is_made_once_and_then_kept(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var first = await Body(site);
        site.Statements.Forget();
        Assert.Equal(first, await Body(site));
        Assert.Empty(site.Statements.Sent);
    }

    [Theory, BothEngines]
    public async Task Who_has_the_page_already_gets_304_until_it_changes(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var first = await site.Get(Address);
        var tag = first.Headers.GetValues("ETag").Single();
        using var again = await site.Get(Address, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        await using var commands = site.Commands();
        Assert.True((await commands.Enter(Package.Later())).Ok);
        using var changed = await site.Get(Address, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_change_by_the_same_process_is_shown_by_the_next_request(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.DoesNotContain("proměněný", await Body(site), StringComparison.Ordinal);
        Assert.True((await site.Within.Enter(Package.Later())).Ok);
        Assert.Contains("proměněný", await Body(site), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_change_by_another_process_is_shown(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.DoesNotContain("proměněný", await Body(site), StringComparison.Ordinal);
        await using var commands = site.Commands();
        Assert.True((await commands.Enter(Package.Later())).Ok);
        Assert.Contains("proměněný", await Body(site), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_change_through_one_server_is_shown_by_another(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await using var other = await site.Beside();
        Assert.DoesNotContain("proměněný", await Body(other), StringComparison.Ordinal);
        Assert.True((await site.Within.Enter(Package.Later())).Ok);
        Assert.Contains("proměněný", await Body(other), StringComparison.Ordinal);
    }

    /// <summary>Whoever has been told that a change is done finds it everywhere, however many ask at the moment.</summary>
    [Theory, BothEngines]
    public async Task No_page_is_late_while_many_read(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await using var other = await site.Beside();
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                (await other.Get("/programy")).Dispose();
            }
        })).ToList();
        for (var round = 0; round < 40; round++)
        {
            Assert.True((await site.Within.Enter(Package.Town() with { Code = $"obec-{round}", Title = new($"Aobec{999 - round}") })).Ok);
            using var answer = await other.Get("/programy");
            Assert.Contains($"Aobec{999 - round}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Theory, BothEngines]
    public async Task A_page_that_was_being_made_while_its_data_changed_is_not_served_afterwards(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await using var commands = site.Commands();
        site.Statements.AfterNext = ("aliases", async () => Assert.True((await commands.Enter(Package.Later())).Ok));
        Assert.DoesNotContain("proměněný", await Body(site), StringComparison.Ordinal);
        Assert.Null(site.Statements.AfterNext);
        Assert.Contains("proměněný", await Body(site), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_draft_is_not_shown(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.True((await site.Within.Enter(Package.Later(status: EditionStatus.Draft))).Ok);
        Assert.DoesNotContain("proměněný", await Body(site), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/programy/prkk-2021/vydani/zmena-1/8.1")).StatusCode);
    }

    /// <summary>What only whoever holds a link may see stands in no memory on the way.</summary>
    [Fact]
    public async Task A_page_that_names_nothing_it_shows_is_stored_by_nobody()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var secret = await site.Get("/pozvanka/neznama");
        Assert.True(secret.Headers.CacheControl!.NoStore);
        using var open = await site.Get(Address);
        Assert.False(open.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_edition_comes_into_force_at_midnight_without_any_change()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        site.Clock.Now = NodaTime.Instant.FromUtc(2026, 5, 31, 21, 59);
        Assert.True((await site.Within.Enter(Package.Later())).Ok);
        Assert.DoesNotContain("proměněný", await Body(site), StringComparison.Ordinal);
        site.Clock.Now = NodaTime.Instant.FromUtc(2026, 5, 31, 22, 1);
        Assert.Contains("proměněný", await Body(site), StringComparison.Ordinal);
    }

    private static async Task<string> Body(Site site)
    {
        using var answer = await site.Get(Address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
