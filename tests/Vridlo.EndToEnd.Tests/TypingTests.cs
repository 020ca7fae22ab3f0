using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests;

/// <summary>What is typed survives a closed tab, two tabs, a lost connection and a lost session.</summary>
public sealed class TypingTests(Browser browser)
{
    private const string Form = "/prace/lide/pozvat";
    private const string Status = "v-autosave > [role=status]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closed_tab_is_gone_on_with(bool scripts)
    {
        using var boss = await browser.Site.SignedIn(new Grant(Role.Administrator));
        await using (var closed = await Open(boss, View.Desktop))
        {
            await closed.Page.FillAsync("[name=name]", "Dlouhý text, který se nesmí ztratit");
            await Assertions.Expect(closed.Page.Locator(Status)).ToHaveTextAsync(new Regex("^Uloženo \\d+:\\d\\d$"));
            await closed.Page.FillAsync("[name=mail]", "posledni@example.org");
            await closed.Page.CloseAsync(new() { RunBeforeUnload = true });
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await using var opened = await Open(boss, View.Phone with { Scripts = scripts });
        var page = opened.Page;
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("");
        await page.ClickAsync(".v-typed a");
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("Dlouhý text, který se nesmí ztratit");
        await Assertions.Expect(page.Locator("[name=mail]")).ToHaveValueAsync("posledni@example.org");
        Assert.Empty(await EveryPageTests.TooWide(opened));
        Assert.Empty(scripts ? await EveryPageTests.Barriers(opened) : []);
        await page.ClickAsync(".v-typed button");
        await page.WaitForURLAsync(new Regex(Form + "$"));
        await Assertions.Expect(page.Locator(".v-typed")).ToHaveCountAsync(0);
        opened.NothingWrong();
    }

    [Fact]
    public async Task Two_tabs_keep_both_and_the_later_one_is_told()
    {
        using var boss = await browser.Site.SignedIn(new Grant(Role.Administrator));
        await using var one = await Open(boss, View.Desktop);
        await using var other = await Open(boss, View.Desktop);
        browser.Site.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await one.Page.FillAsync("[name=name]", "První okno");
        await Assertions.Expect(one.Page.Locator(Status)).ToContainTextAsync("Uloženo");
        await other.Page.FillAsync("[name=name]", "Druhé okno");
        await other.Page.ClickAsync(".v-typed a");
        await Assertions.Expect(other.Page.Locator("[name=name]")).ToHaveValueAsync("První okno");
        await other.Page.ClickAsync(".v-typed a.gov-button");
        await Assertions.Expect(other.Page.Locator("[name=name]")).ToHaveValueAsync("Druhé okno");
    }

    [Fact]
    public async Task Without_connection_it_stays_in_the_window_and_is_saved_later()
    {
        using var boss = await browser.Site.SignedIn(new Grant(Role.Administrator));
        await using var opened = await Open(boss, View.Desktop);
        var page = opened.Page;
        await opened.Context.SetOfflineAsync(true);
        await page.FillAsync("[name=name]", "Ve vlaku");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Neuloženo");
        await opened.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Uloženo", new() { Timeout = 15000 });

        await opened.Context.SetOfflineAsync(true);
        await page.FillAsync("[name=name]", "Ve vlaku a v tunelu");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Neuloženo");
        await page.EvaluateAsync("document.querySelector('v-autosave form').addEventListener('input', e => e.stopImmediatePropagation(), true)");
        await opened.Context.SetOfflineAsync(false);
        await page.GotoAsync(Form);
        await page.ClickAsync(".v-typed a");
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("Ve vlaku a v tunelu");
    }

    [Fact]
    public async Task A_session_lost_in_the_middle_loses_no_letter()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Administrator));
        using var boss = await site.SignIn("jana@example.org");
        await using var opened = await browser.Open(Form, View.Desktop, site.Client.BaseAddress!, boss);
        var page = opened.Page;
        await page.FillAsync("[name=name]", "Začátek");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Uloženo");
        await opened.Context.ClearCookiesAsync(new() { NameRegex = new Regex("^(?!vridlo-form)") });
        await page.FillAsync("[name=name]", "Začátek a konec");
        await Assertions.Expect(page.Locator(Status)).ToContainTextAsync("Přihlášení skončilo");
        await page.FillAsync("[name=mail]", "konec@example.org");
        await page.ClickAsync("main .v-save button");
        await page.FillAsync("[name=mail]", "jana@example.org");
        await page.FillAsync("[name=password]", Office.Password);
        await page.ClickAsync("form:has([name=password]) button");
        await page.ClickAsync("main .gov-button");
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("Začátek a konec");
        await page.ClickAsync("main .v-save button");
        await page.WaitForURLAsync(new Regex("/prace/lide/[0-9a-f-]{36}$"));
        await page.GotoAsync("/prace/rozepsane");
        await Assertions.Expect(page.Locator("main tbody")).ToHaveCountAsync(0);
    }

    private Task<Opened> Open(Worker worker, View view) => browser.Open(Form, view, browser.Site.Client.BaseAddress!, worker);
}
