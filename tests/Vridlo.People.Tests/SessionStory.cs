using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;
using Vridlo.People.SignIn;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>A session is one person's in one browser, from the sign-in to its end.</summary>
public sealed class SessionStory
{
    private const string Own = "/prace/ja", Victim = "obet@example.org", Thief = "zlodej@example.org", Password = "nová věta kterou si pamatuji";

    [Theory, BothEngines]
    public async Task A_cookie_that_was_planted_opens_nothing_of_whoever_signs_in_over_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Victim, new Grant(Role.Reader));
        await site.Employ(Thief, new Grant(Role.Reader));
        using var thief = await site.SignIn(Thief);
        using var victim = With(site, thief);
        using (var signed = await victim.Send("/prihlaseni", "password", new() { ["mail"] = Victim, ["password"] = Office.Password }))
        {
            Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        }

        Assert.Equal("obet", (await victim.Page(Own)).QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await thief.Get(Own)).StatusCode);

        // The session is the victim's own: it can be ended from the victim's other browser.
        using var home = await site.SignIn(Victim);
        await home.Done(Own, "end-others");
        Assert.Equal(HttpStatusCode.SeeOther, (await victim.Get(Own)).StatusCode);
        Assert.Equal(1, await Count(site));
    }

    [Theory, BothEngines]
    public async Task Whoever_changes_the_own_password_stays_signed_in_under_another_key(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Victim, new Grant(Role.Reader));
        using var office = await site.SignIn(Victim);
        using var home = await site.SignIn(Victim);
        using var copied = With(site, office);
        await office.Done(Own, "password", new() { ["current"] = Office.Password, ["password"] = Password, ["repeated"] = Password });
        Assert.Equal(HttpStatusCode.OK, (await office.Get(Own)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await copied.Get(Own)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await home.Get(Own)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_session_in_use_ends_after_a_working_day(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Victim, new Grant(Role.Reader));
        using var worker = await site.SignIn(Victim);
        site.Clock.Now += Duration.FromHours(SigningIn.LongestHours) - Duration.FromMinutes(1);
        Assert.Equal(HttpStatusCode.OK, (await worker.Get(Own)).StatusCode);
        site.Clock.Now += Duration.FromMinutes(2);
        Assert.Equal(HttpStatusCode.SeeOther, (await worker.Get(Own)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task What_goes_on_is_the_same_persons_and_not_for_ever(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var tickets = site.Services.GetRequiredService<Tickets>();
        var (one, other) = (Ticket(), Ticket());
        var (kept, taken) = (await tickets.StoreAsync(one), await tickets.StoreAsync(one));
        await tickets.RenewAsync(taken, other);
        Assert.Null(await tickets.RetrieveAsync(taken));
        Assert.Equal(1, await Count(site));

        // What the row says of the session is not in the ticket that goes on.
        await tickets.RenewAsync(kept, (await tickets.RetrieveAsync(kept))!);
        Assert.Single((await tickets.RetrieveAsync(kept))!.Principal.FindAll(Tickets.SessionClaim));
        site.Clock.Now += Duration.FromHours(SigningIn.LongestHours - 1);
        await tickets.RenewAsync(kept, one);
        site.Clock.Now += Duration.FromHours(2);
        Assert.Null(await tickets.RetrieveAsync(kept));
    }

    private static AuthenticationTicket Ticket() =>
        new(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString())], "test")), WhoClaims.Browser);

    /// <summary>A browser with the cookies of another.</summary>
    private static Worker With(Site site, Worker other)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in other.Cookies.GetCookies(site.Client.BaseAddress!))
        {
            cookies.Add(site.Client.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
        }

        return new(site.Client.BaseAddress!, cookies);
    }

    private static Task<int> Count(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Session>().CountAsync());
}
