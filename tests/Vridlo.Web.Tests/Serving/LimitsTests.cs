using System.Net;
using Microsoft.AspNetCore.Builder;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Serving;

public sealed class LimitsTests
{
    private static readonly Dictionary<string, string?> Little = new() { ["RateLimit"] = "30" };

    [Theory, BothEngines]
    public async Task Forms_without_a_session_are_counted_as_those_that_anybody_may_send(Engine engine)
    {
        await using var site = await Site.Shipped(engine, settings: Little);
        using var nobody = new Worker(site.Client.BaseAddress!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => nobody.Post("/prace/lide/pozvat", new FormUrlEncodedContent([new("_handler", "invite"), new("name", "Nikdo")]))));
        var refused = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 20, 38);
        Assert.All(refused, a => Assert.Equal("1", a.Headers.GetValues("Retry-After").Single()));
        Assert.All(answers.Except(refused), a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
    }

    [Fact]
    public async Task What_only_some_may_see_is_counted_before_anybody_is_asked()
    {
        await using var site = await Site.Shipped(Engine.Sqlite, settings: Little);
        foreach (var address in (string[])["/prace", "/api/v1/me"])
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => site.Get(address)));
            Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task Of_whole_lists_only_a_few_are_made_at_once()
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await Site.Shipped(Engine.Sqlite, settings: Little, map: app => app.MapGet("/planted.csv", async () =>
        {
            begun.TrySetResult();
            await go.Task;
            return "rows";
        }).Right(Rights.Public).WithMetadata(new WholeListAttribute()));
        var first = site.Get("/planted.csv");
        await begun.Task;
        using var second = await site.Get("/planted.csv");
        Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (second.StatusCode, second.Headers.GetValues("Retry-After").Single()));
        using var csv = await site.Get("/api/v1/programmes", ("Accept", "text/csv"));
        Assert.Equal(HttpStatusCode.TooManyRequests, csv.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/programy")).StatusCode);
        go.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        using var third = await site.Get("/planted.csv");
        Assert.Equal("rows", await third.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Every_file_of_a_list_says_that_it_is_one()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var files = site.Endpoints.Where(e => e.RoutePattern.RawText!.EndsWith(".{format:regex(^(csv|xlsx|json)$)}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, e => Assert.NotNull(e.Metadata.GetMetadata<WholeListAttribute>()));
    }
}
