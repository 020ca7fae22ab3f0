using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

public sealed class SignInStory
{
    /// <summary>A log keeps the printed link for long; it makes nobody an administrator any more.</summary>
    [Theory, BothEngines]
    public async Task The_link_of_the_first_administrator_is_nothing_once_somebody_was_added_otherwise(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var link = await site.FirstInvitation();
        using var anybody = new Worker(site.Client.BaseAddress!);
        Assert.NotNull((await anybody.Page(link)).QuerySelector("[name=password]"));
        await site.Within.In(async unit =>
        {
            unit.GetRequiredService<IPeople>().Add("Jana Nováková", "jana@example.org", Base.Language.Cs);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(new(Core.Record.Actor.System, "test", "vridlo user add"), default));
        });
        using var late = await anybody.Get(link);
        Assert.Null((await Worker.Read(late)).QuerySelector("[name=password]"));
    }

    [Theory, BothEngines]
    public async Task The_first_administrator_follows_the_link_once(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var link = await site.FirstInvitation();
        using var worker = new Worker(site.Client.BaseAddress!);
        Dictionary<string, string> typed = new() { ["name"] = "Jana Nováková", ["mail"] = "jana@example.org", ["password"] = "krátké", ["repeated"] = "jiné" };

        using var refused = await worker.Send(link, "accept", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Worker.Read(refused);
        Assert.Equal("Jana Nováková", again.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal(2, again.QuerySelectorAll("#errors li").Length);
        Assert.All(again.QuerySelectorAll("input[type=password]"), field => Assert.Null(field.GetAttribute("value")));

        (typed["password"], typed["repeated"]) = (Office.Password, Office.Password);
        using var accepted = await worker.Send(link, "accept", typed);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Contains("Jana Nováková", (await worker.Page("/prace/lide")).Body!.TextContent, StringComparison.Ordinal);
        using var used = await site.Get(link);
        Assert.Equal(HttpStatusCode.Gone, used.StatusCode);
    }

    /// <summary>What is said is the same as to somebody whom nobody knows: a lock tells no one who has an account.</summary>
    [Theory, BothEngines]
    public async Task Eight_wrong_passwords_lock_the_account_for_a_while(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var thief = new Worker(site.Client.BaseAddress!);
        for (var i = 0; i < 8; i++)
        {
            using var wrong = await thief.Send("/prihlaseni", "password", new() { ["mail"] = "petr@example.org", ["password"] = "uhodnu to nejspíš " + i });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var right = await thief.Send("/prihlaseni", "password", new() { ["mail"] = "petr@example.org", ["password"] = Office.Password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        using var unknown = await thief.Send("/prihlaseni", "password", new() { ["mail"] = "nikdo@example.org", ["password"] = Office.Password });
        Assert.Equal(Worker.Said(await Worker.Read(unknown)), Worker.Said(await Worker.Read(right)));
    }

    [Theory, BothEngines]
    public async Task A_session_ended_elsewhere_lets_nobody_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var office = await site.SignIn("petr@example.org");
        using var home = await site.SignIn("petr@example.org");
        await office.Done("/prace/ja", "end-others");
        Assert.Equal(HttpStatusCode.OK, (await office.Get("/prace")).StatusCode);
        using var ended = await home.Get("/prace");
        Assert.Equal("/prihlaseni?zpet=%2Fprace", ended.Headers.Location!.ToString());
    }

    [Theory, BothEngines]
    public async Task The_public_pages_do_not_ask_who_reads_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        await worker.Page("/pokryti");
        site.Statements.Forget();
        await worker.Page("/pokryti");
        Assert.Empty(site.Statements.Sent);
    }

    [Theory, BothEngines]
    public async Task Who_has_left_is_out_at_once(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("petr@example.org", new Grant(Role.Strategist));
        using var worker = await site.SignIn("petr@example.org");
        await boss.Done($"/prace/lide/{person.Id.Value}", "end", new() { ["do"] = "leave" });
        Assert.Equal(HttpStatusCode.SeeOther, (await worker.Get("/prace")).StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SignIn("petr@example.org"));
    }

    [Theory, BothEngines]
    public async Task The_last_administrator_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ("sama@example.org", new Grant(Role.Administrator));
        using var boss = await site.SignIn("sama@example.org");
        using var refused = await boss.Send($"/prace/lide/{person.Id.Value}", "end", new() { ["do"] = "leave" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Worker.Read(refused)).QuerySelector("#errors"));
    }

    [Theory, BothEngines]
    public async Task A_form_of_a_lost_session_is_kept_and_sent_after_signing_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var before = await site.SignIn("petr@example.org");
        var form = Worker.Filled(await before.Page("/prace/ja"), "profile", new() { ["name"] = "Petr s \"dlouhým\" textem <b>" });
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.RemoveRange(await db.Set<Session>().ToListAsync());
            return await db.Keep(default);
        });

        using var lost = await before.Post("/prace/ja", new FormUrlEncodedContent(form));
        var kept = Uri.UnescapeDataString(lost.Headers.Location!.ToString().Split("zpet=")[1]);
        using var after = await site.SignIn("petr@example.org");
        var told = await after.Page(kept);
        Assert.Contains("Petr s \"dlouhým\" textem <b>", told.QuerySelectorAll("blockquote").Select(q => q.TextContent));
        var page = await after.Page(told.QuerySelector("a[href*='typed=']")!.GetAttribute("href")!);
        Assert.Equal("Petr s \"dlouhým\" textem <b>", page.QuerySelector("[name=name]")!.GetAttribute("value"));
        using var sent = await after.Send("/prace/ja", page, "profile", []);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("Petr s \"dlouhým\" textem <b>", (await after.Page("/prace/ja")).QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await after.Get(kept)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task Another_sites_form_does_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/prace/lide/pozvat")
        {
            Content = new FormUrlEncodedContent([new("_handler", "invite"), new("name", "Zloděj"), new("mail", "zlodej@example.org")]),
        };
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await worker.Send(forged);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("zlodej", (await worker.Page("/prace/lide")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_second_press_changes_nothing_twice(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        var page = await worker.Page("/prace/lide/pozvat");
        var form = Worker.Filled(page, "invite", new() { ["name"] = "Eva Malá", ["mail"] = "eva@example.org" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => worker.Post("/prace/lide/pozvat", new FormUrlEncodedContent(form))));
        Assert.Single(answers.Select(a => a.Headers.Location?.ToString()).Distinct());
        Assert.Single((await worker.Page("/prace/lide")).QuerySelectorAll("tbody td"), c => c.TextContent == "eva@example.org");
    }

    [Theory, BothEngines]
    public async Task A_session_works_at_the_other_instance(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await using var other = await site.Beside();
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var worker = await site.SignIn("petr@example.org");
        using var elsewhere = new Worker(other.Client.BaseAddress!);
        foreach (Cookie cookie in worker.Cookies.GetCookies(site.Client.BaseAddress!))
        {
            elsewhere.Cookies.Add(other.Client.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
        }

        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Get("/prace")).StatusCode);
    }
}
