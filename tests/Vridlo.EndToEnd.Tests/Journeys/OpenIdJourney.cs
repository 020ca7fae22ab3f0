using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>Sign-in with the account of the office, at a real provider.</summary>
public sealed class OpenIdJourney(Browser browser, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_invited_gets_in_and_a_stranger_is_told_whom_to_ask(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite, settings: provider.Settings);
        await site.Employ("petr@example.org", new Grant(Role.Strategist));
        await using (var petr = await browser.Reads(site, scripts))
        {
            await SignsIn(petr, "petr");
            await Assertions.Expect(petr.Page).ToHaveURLAsync(new Regex("/prace$"));
            await Assertions.Expect(petr.Page.Locator(".v-me")).ToContainTextAsync("petr");
            await petr.Look("openid");
            await petr.Follow("petr");
            await petr.Press("Odhlásit se");
            await Assertions.Expect(petr.Page.GetByRole(AriaRole.Link, new() { Name = "Přihlásit se", Exact = true })).ToBeVisibleAsync();

            // What the provider's own pages do wrong is not ours.
            Assert.DoesNotContain(petr.Faults, f => !f.StartsWith("/interaction/", StringComparison.Ordinal));
        }

        await using var stranger = await browser.Reads(site, scripts);
        await SignsIn(stranger, "cizinec");
        await stranger.Sees("Požádejte správce o pozvánku");
        await stranger.Look("openid-stranger");
    }

    private static async Task SignsIn(Walker walker, string name)
    {
        await walker.Follow("Přihlásit se");
        await walker.Look("sign-in-" + name);
        await walker.Press("Přihlásit se přes účet kraje");
        await walker.Page.FillAsync("[name=login]", name);
        await walker.Page.FillAsync("[name=password]", "cokoli");
        await walker.Page.ClickAsync("button[type=submit]");
        await walker.Page.GetByText("Continue").ClickAsync();
    }
}
