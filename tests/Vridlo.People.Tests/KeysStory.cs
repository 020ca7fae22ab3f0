using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Accounts;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>Every way into an account: none outlives its recovery, none is added unseen, and none stands in what a token may read.</summary>
public sealed partial class KeysStory
{
    private const string Own = "/prace/ja", Mail = "petr@example.org", Password = "nová věta kterou si pamatuji";

    [Theory, BothEngines]
    public async Task After_a_recovery_no_passkey_and_no_provider_lets_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ(Mail, new Grant(Role.Reader));
        await Keys(site, person);
        using var forgetful = new Worker(site.Client.BaseAddress!);
        await forgetful.Done("/zapomenute-heslo", "recover", new() { ["mail"] = Mail });
        var link = new Uri(Links().Match((await Letters(site, "people.recovery")).Single().Body).Value).PathAndQuery;
        Assert.Contains("přístupové klíče", (await forgetful.Page(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await Count(site));
        await forgetful.Done(link, "accept", new() { ["password"] = Password, ["repeated"] = Password });
        Assert.Equal(0, await Count(site));
        var (told, body) = Assert.Single(await Letters(site, "people.changed"));
        Assert.Equal(Mail, told);
        Assert.Contains("nastaveno znovu", body, StringComparison.Ordinal);
        Assert.DoesNotContain("/pozvanka/", body, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Whoever_is_signed_out_everywhere_has_no_keys_left(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ(Mail, new Grant(Role.Reader));
        await Keys(site, person);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await boss.Done($"/prace/lide/{person.Id.Value}", "end", new() { ["do"] = "sign-out" });
        Assert.Equal(0, await Count(site));
    }

    [Theory, BothEngines]
    public async Task A_passkey_takes_the_present_password(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Mail, new Grant(Role.Reader));
        using var worker = await site.SignIn(Mail);
        using var wrong = await worker.Send(Own, "passkey", new() { ["credential"] = "x", ["passkey-password"] = "uhodnu to nejspíš" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotNull((await Worker.Read(wrong)).QuerySelector("#errors a[href='#f-passkey-password']"));
        using var right = await worker.Send(Own, "passkey", new() { ["credential"] = "x", ["passkey-password"] = Office.Password });
        Assert.Equal("S přístupovým klíčem se to nepodařilo. Zkuste to znovu, nebo použijte heslo.", Worker.Said(await Worker.Read(right)).Replace('\u00a0', ' '));
    }

    /// <summary>Whoever sits down at somebody else's computer does not find out the password there either.</summary>
    [Theory, BothEngines]
    public async Task The_present_password_is_not_guessed_inside_a_session(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Mail, new Grant(Role.Reader));
        using var worker = await site.SignIn(Mail);
        for (var i = 0; i < 8; i++)
        {
            using var wrong = await worker.Send(Own, "password", new() { ["current"] = "uhodnu to nejspíš " + i, ["password"] = Password, ["repeated"] = Password });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var right = await worker.Send(Own, "password", new() { ["current"] = Office.Password, ["password"] = Password, ["repeated"] = Password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        using var key = await worker.Send(Own, "passkey", new() { ["credential"] = "x", ["passkey-password"] = Office.Password });
        Assert.NotNull((await Worker.Read(key)).QuerySelector("#errors a[href='#f-passkey-password']"));
    }

    [Theory, BothEngines]
    public async Task A_person_is_told_what_has_changed_about_signing_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ(Mail, new Grant(Role.Reader));
        using var worker = await site.SignIn(Mail);
        await worker.Machine(site, PeopleRights.Own);
        using (var refused = await worker.Send(Own, "password", new() { ["current"] = "uhodnu to nejspíš", ["password"] = Password, ["repeated"] = Password }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        await worker.Done(Own, "password", new() { ["current"] = Office.Password, ["password"] = Password, ["repeated"] = Password });
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await boss.Done($"/prace/lide/{person.Id.Value}", "mail", new() { ["mail"] = "jinde@example.org" });
        var letters = await Letters(site, "people.changed");
        Assert.Equal(["jinde@example.org", "jinde@example.org", "jinde@example.org", Mail], letters.Select(l => l.To).Order(StringComparer.Ordinal));
        foreach (var (said, body) in new[] { "byl vytvořen klíč", "bylo změněno", "byla změněna", "byla změněna" }.Zip(letters.Select(l => l.Body.Replace('\u00a0', ' '))))
        {
            Assert.Contains(said, body, StringComparison.Ordinal);
            Assert.Contains("23. 11. 2026", body, StringComparison.Ordinal);
        }
    }

    /// <summary>A token that may read the own account must not become the account.</summary>
    [Theory, BothEngines]
    public async Task What_is_held_about_a_person_holds_no_link_that_lets_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ(Mail, new Grant(Role.Reader));
        using var worker = await site.SignIn(Mail);
        var machine = await worker.Machine(site, PeopleRights.Own);
        await worker.Done("/zapomenute-heslo", "recover", new() { ["mail"] = Mail });
        var held = (await machine.Read("/me/data")).GetProperty("letters").EnumerateArray().Select(l => l.ToString()).ToList();
        var recovery = Assert.Single(held, l => l.Contains("people.recovery", StringComparison.Ordinal));
        Assert.DoesNotContain("/pozvanka/", recovery, StringComparison.Ordinal);
        using var file = await worker.Get("/prace/ja/udaje.json");
        Assert.DoesNotContain("/pozvanka/", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A passkey and a provider's identity, as somebody may have added who should not have.</summary>
    private static async Task Keys(Site site, Person person)
    {
        await Add((accounts, account) => accounts.AddOrUpdatePasskeyAsync(account, new([1], [2], default, 0, [], true, false, false, [3], [4])));
        await Add((accounts, account) => accounts.AddLoginAsync(account, new UserLoginInfo("openid", "cizi", "Jiný úřad")));

        Task Add(Func<UserManager<Account>, Account, Task> key) => site.Within.In(async unit =>
        {
            var accounts = unit.GetRequiredService<UserManager<Account>>();
            await key(accounts, (await accounts.FindByIdAsync(person.Id.Value.ToString()))!);
            Assert.True(await unit.GetRequiredService<AppDb>().Keep(default));
        });
    }

    private static Task<int> Count(Site site) => site.Within.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        return await db.Set<IdentityUserPasskey<Guid>>().CountAsync() + await db.Set<IdentityUserLogin<Guid>>().CountAsync();
    });

    private static Task<IReadOnlyList<(string To, string Body)>> Letters(Site site, string kind) => site.Within.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>().Database;
        var to = await db.SqlQuery<string>($"SELECT coalesce(l.address, p.mail) AS \"Value\" FROM mail_letter l LEFT JOIN access_person p ON p.id = l.person_id WHERE l.kind = {kind} ORDER BY l.id").ToListAsync();
        var said = await db.SqlQuery<string>($"SELECT body AS \"Value\" FROM mail_letter WHERE kind = {kind} ORDER BY id").ToListAsync();
        return (IReadOnlyList<(string, string)>)[.. to.Zip(said)];
    });

    [GeneratedRegex("https?://\\S+/pozvanka/\\S+")]
    private static partial Regex Links();
}
