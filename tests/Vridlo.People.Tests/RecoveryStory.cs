using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>Who has forgotten the password sets another one by a link from a letter, which works once.</summary>
public sealed partial class RecoveryStory
{
    private const string Mail = "petr@example.org", Password = "nová věta kterou si pamatuji";

    [Theory, BothEngines]
    public async Task A_forgotten_password_is_set_anew_by_a_link_that_works_once(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Mail, new Grant(Role.Reader));
        using var before = await site.SignIn(Mail);
        var machine = await before.Machine(site, PeopleRights.Own);
        using var forgetful = new Worker(site.Client.BaseAddress!);
        await forgetful.Done("/zapomenute-heslo", "recover", new() { ["mail"] = Mail.ToUpperInvariant() });
        var link = new Uri(Links().Match(Assert.Single(await Letters(site, Mail))).Value).PathAndQuery;
        await forgetful.Done(link, "accept", new() { ["password"] = Password, ["repeated"] = Password });

        // Whoever was signed in with the old one is no more.
        Assert.NotEqual(HttpStatusCode.OK, (await before.Get("/prace/ja")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.Ask(HttpMethod.Get, "/me")).Status);
        using var again = new Worker(site.Client.BaseAddress!);
        using var signed = await again.Send("/prihlaseni", "password", new() { ["mail"] = Mail, ["password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/prace/ja")).StatusCode);

        using var used = await new Worker(site.Client.BaseAddress!).Get(link);
        Assert.Empty((await Worker.Read(used)).QuerySelectorAll("input[type=password]"));
    }

    [Theory, BothEngines]
    public async Task Nobody_fills_a_mailbox_and_a_stranger_is_told_the_same(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Mail, new Grant(Role.Reader));
        using var asking = new Worker(site.Client.BaseAddress!);
        var told = new List<string>();
        foreach (var mail in (string[])[Mail, Mail, "nikdo@example.org"])
        {
            told.Add((await asking.Done("/zapomenute-heslo", "recover", new() { ["mail"] = mail })).QuerySelector("main")!.TextContent);
        }

        Assert.Single(told.Distinct());
        Assert.Single(await Letters(site, Mail));
        Assert.Empty(await Letters(site, "nikdo@example.org"));
        site.Clock.Now += Duration.FromMinutes(6);
        await asking.Done("/zapomenute-heslo", "recover", new() { ["mail"] = Mail });
        Assert.Equal(2, (await Letters(site, Mail)).Count);
    }

    [Theory, BothEngines]
    public async Task A_mistyped_address_is_mended_and_the_invitation_sent_there_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await boss.Done("/prace/lide/pozvat", "invite", new() { ["name"] = "Jana Nová", ["mail"] = "jana@example.ogr" });
        var first = new Uri(Links().Match(Assert.Single(await Letters(site, "jana@example.ogr"))).Value).PathAndQuery;
        var page = (await boss.Page("/prace/lide")).QuerySelectorAll("a").First(a => a.TextContent.Contains("Jana Nová", StringComparison.Ordinal)).GetAttribute("href")!;
        using (var wrong = await boss.Send(page, "mail", new() { ["mail"] = "jana" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.NotNull((await Worker.Read(wrong)).QuerySelector("#errors a[href='#f-mail']"));
        }

        await boss.Done(page, "mail", new() { ["mail"] = Mail });
        var letters = await Letters(site, Mail);
        Assert.Equal(2, letters.Count);
        using var invited = new Worker(site.Client.BaseAddress!);
        using var old = await invited.Get(first);
        Assert.Empty((await Worker.Read(old)).QuerySelectorAll("input[type=password]"));
        await invited.Done(new Uri(Links().Match(letters[1]).Value).PathAndQuery, "accept", new() { ["password"] = Password, ["repeated"] = Password });
        using var signed = new Worker(site.Client.BaseAddress!);
        using var sent = await signed.Send("/prihlaseni", "password", new() { ["mail"] = Mail, ["password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Theory, BothEngines]
    public async Task Who_has_lost_a_computer_is_signed_out_everywhere_and_signs_in_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ(Mail, new Grant(Role.Reader));
        using var lost = await site.SignIn(Mail);
        var machine = await lost.Machine(site, PeopleRights.Own);
        Assert.Equal(HttpStatusCode.OK, (await machine.Ask(HttpMethod.Get, "/me")).Status);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await boss.Done($"/prace/lide/{person.Id.Value}", "end", new() { ["do"] = "sign-out" });
        Assert.NotEqual(HttpStatusCode.OK, (await lost.Get("/prace/ja")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.Ask(HttpMethod.Get, "/me")).Status);
        using var again = await site.SignIn(Mail);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/prace/ja")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.Get($"/prace/lide/{person.Id.Value}")).StatusCode);
    }

    private static Task<List<string>> Letters(Site site, string address) => site.Within.In(unit =>
        unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT l.body AS \"Value\" FROM mail_letter l JOIN access_person p ON p.id = l.person_id WHERE p.mail = {address} AND l.kind <> 'people.changed' ORDER BY l.id").ToListAsync());

    [GeneratedRegex("https?://\\S+/pozvanka/\\S+")]
    private static partial Regex Links();
}
