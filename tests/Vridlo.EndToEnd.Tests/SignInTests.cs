using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests;

public sealed class SignInTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_administrator_makes_an_account_and_invites_a_colleague(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var link = await site.FirstInvitation();
        await using var opened = await browser.Open(link, View.Desktop with { Scripts = scripts }, site.Client.BaseAddress!, null);
        var page = opened.Page;
        await page.FillAsync("[name=name]", "Jana Nováková");
        await page.FillAsync("[name=mail]", "jana@example.org");
        await page.FillAsync("[name=password]", Office.Password);
        await page.FillAsync("[name=repeated]", Office.Password);
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/prace$"));
        await page.ClickAsync("nav a[href='/prace/lide']");
        await page.ClickAsync("main a[href='/prace/lide/pozvat']");
        await page.FillAsync("[name=name]", "Petr Svoboda");
        await page.FillAsync("[name=mail]", "petr@example");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(new Regex("/prace/lide/[0-9a-f-]{36}$"));
        await page.SelectOptionAsync("[name=role]", "Owner");
        await page.SelectOptionAsync("[name=programme]", "prkk-2021");
        await page.FillAsync("[name=node]", "99.9");
        await page.ClickAsync("form:has([name=role]) button");
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("99.9");
        await page.FillAsync("[name=node]", "8.1");
        await page.ClickAsync("form:has([name=role]) button");
        await Assertions.Expect(page.Locator("#roles ~ * , section:has(#roles)").First).ToContainTextAsync("gestor");
        Assert.DoesNotContain(opened.Faults, f => !f.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_passkey_is_made_and_signs_in_without_a_password()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));

        // Passkeys belong to a name, never to a number.
        var named = new UriBuilder(site.Client.BaseAddress!) { Host = "localhost" }.Uri;
        await using var opened = await browser.Open("/prihlaseni", View.Desktop, named, null);
        var page = opened.Page;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.FillAsync("[name=mail]", "jana@example.org");
        await page.FillAsync("[name=password]", Office.Password);
        await page.ClickAsync("form:has([name=mail]) button");
        await page.WaitForURLAsync(new Regex("/prace$"));
        await page.GotoAsync("/prace/ja");
        await page.FillAsync("[name=key-name]", "služební notebook");
        await page.FillAsync("[name=passkey-password]", Office.Password);
        await page.ClickAsync("v-passkey button");
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("Přidání přístupového klíče");
        await Assertions.Expect(page.Locator("section:has(#passkeys) table")).ToContainTextAsync("služební notebook");

        await page.ClickAsync("form[action='/odhlaseni'] button");
        await page.WaitForURLAsync(new Regex("localhost:\\d+/$"));
        await page.GotoAsync("/prace");
        Assert.Contains("/prihlaseni", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("v-passkey button");
        await page.WaitForURLAsync(new Regex("/prace$"));
        opened.NothingWrong();
    }

    [Fact, Trait("Runs", "in-full")]
    public async Task Everybody_can_use_the_workspace_and_nothing_sticks_out_sideways()
    {
        var (worker, addresses) = await WorkPages.Of(browser.Site);
        Assert.True(addresses.Count >= 7, string.Join(", ", addresses));
        var faults = new List<string>();
        await using var opened = await browser.Open("/prace", View.Desktop, browser.Site.Client.BaseAddress!, worker);
        foreach (var address in addresses)
        {
            await opened.Go(address);
            faults.AddRange((await EveryLook.Of(opened)).Select(f => $"{address}: {f}"));
        }

        faults.AddRange(opened.Faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }
}
