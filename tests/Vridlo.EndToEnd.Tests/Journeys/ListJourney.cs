using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A list as somebody works with it who has many rows before them.</summary>
public sealed class ListJourney(Browser browser, ListJourney.Staff staff) : IClassFixture<ListJourney.Staff>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Columns_and_filter_are_kept_as_a_view_and_found_again(bool scripts)
    {
        await using var boss = await browser.Works(staff.Site, Staff.Boss, scripts);
        await boss.Follow("Lidé a role");
        await boss.Look("staff");
        await boss.Choose("Role", "čtenář");
        await boss.Press("Použít");
        await boss.SeesNot(Staff.Boss);
        await boss.Main.Locator("summary", new() { HasText = "Sloupce" }).ClickAsync();
        await boss.Main.GetByRole(AriaRole.Checkbox, new() { Name = "E-mail", Exact = true }).UncheckAsync();
        await boss.Look("columns");
        await boss.Press("Zobrazit vybrané");
        await Assertions.Expect(boss.Main.GetByRole(AriaRole.Columnheader, new() { Name = "E-mail" })).ToHaveCountAsync(0);
        await boss.Follow("Uložit tento pohled");
        var name = $"Čtenáři {(scripts ? "se skripty" : "bez skriptů")}";
        await boss.Type("Název pohledu", name);
        await boss.Look("view-new");
        await boss.Press("Uložit");
        await Assertions.Expect(boss.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToHaveAttributeAsync("aria-current", "true");

        await boss.Home();
        await boss.Follow("Uložené pohledy");
        await boss.Look("views");
        await boss.Follow(name);
        await boss.Sees("karel");
        await boss.SeesNot("karel@example.org");
        await boss.SeesNot(Staff.Boss);
        boss.NothingWrong();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Something_is_done_to_many_rows_after_it_was_shown_what_will_happen(bool scripts)
    {
        var (one, other) = scripts ? ("anna", "beata") : ("cyril", "dana");
        await using var boss = await browser.Works(staff.Site, Staff.Boss, scripts);
        await boss.Follow("Lidé a role");
        await boss.Tick($"Vybrat: {one}");
        await boss.Tick($"Vybrat: {other}");
        await boss.Press("Přidělit roli…");
        await boss.Choose("Role", "garant");
        await boss.Press("Ukázat");
        await boss.Sees("Změní se 2 řádky.");
        await boss.Sees("Přidělit roli: garant");
        await boss.Look("bulk-preview");
        await boss.Type("Proč", "nová pracovní skupina");
        await boss.Press("Provést u 2 řádků");
        await boss.IsTold("Přidělení role");
        await Assertions.Expect(Row(boss, one)).ToContainTextAsync("garant");
        await Assertions.Expect(Row(boss, other)).ToContainTextAsync("garant");
        await Assertions.Expect(Row(boss, "karel")).Not.ToContainTextAsync("garant");
        await boss.Look("bulk-done");

        // One act, so one way back.
        await boss.Press("Vrátit zpět");
        await Assertions.Expect(Row(boss, one)).Not.ToContainTextAsync("garant");
        await Assertions.Expect(Row(boss, other)).Not.ToContainTextAsync("garant");
        boss.NothingWrong();
    }

    [Fact]
    public async Task The_keyboard_alone_goes_through_ticks_filters_and_opens()
    {
        await using var boss = await browser.Works(staff.Site, Staff.Boss, scripts: true);
        await boss.Follow("Lidé a role");
        await boss.SeesHeading("Lidé a role");
        await boss.Awaits("v-list-keys");
        var keys = boss.Page.Keyboard;
        await boss.Main.GetByRole(AriaRole.Region, new() { Name = "záznam" }).FocusAsync();
        await keys.PressAsync("?");
        await boss.Sees("Mezerník: vybrat");
        await boss.Look("list-keys");
        await keys.PressAsync("?");
        await boss.SeesNot("Mezerník: vybrat");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("j");
        await keys.PressAsync("Space");
        var second = boss.Main.Locator("tbody tr").Nth(1);
        await Assertions.Expect(second.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Checkbox)).ToBeFocusedAsync();
        await Assertions.Expect(boss.Main.Locator("tbody input:checked")).ToHaveCountAsync(1);
        await keys.PressAsync("/");
        await Assertions.Expect(boss.Field("Role")).ToBeFocusedAsync();

        await boss.Main.GetByRole(AriaRole.Region, new() { Name = "záznam" }).FocusAsync();
        await keys.PressAsync("End");
        await keys.PressAsync("k");
        var name = await boss.Main.Locator("tbody tr[data-sel] a").First.InnerTextAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(boss.Page).ToHaveURLAsync(new Regex("/prace/lide/[0-9a-f-]{36}$"));
        await boss.SeesHeading(name);
        await boss.Look("person");
        boss.NothingWrong();
    }

    private static ILocator Row(Walker boss, string name) => boss.Main.GetByRole(AriaRole.Row).Filter(new() { Has = boss.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) });

    /// <summary>An office with an administrator and some readers.</summary>
    public sealed class Staff : IAsyncLifetime
    {
        internal const string Boss = "zdena@example.org";

        internal Site Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await Site.Shipped(Engine.Sqlite);
            await Site.Employ(Boss, new Grant(Role.Administrator));
            foreach (var name in (string[])["anna", "beata", "cyril", "dana", "karel"])
            {
                await Site.Employ($"{name}@example.org", new Grant(Role.Reader));
            }
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
