using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A draft on its way from the strategist through departments, council and assembly to the public.</summary>
public sealed class ApprovalJourney(Browser browser)
{
    private const string Wording = "Rozšíření sítě terénních sociálních služeb";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_assembly_has_approved_is_public_and_changes_no_more(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await site.Employ("petr@example.org", new Grant(Role.Owner));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await using var petr = await browser.Works(site, "petr@example.org", scripts);
        await jana.OpensDraft("Změna č. 2", "zmena-2");
        await jana.GoesToNode("8", "8.1");
        await jana.Type("česky", Wording, "Název");
        await jana.Press("Uložit");
        await jana.Follow("Změny");
        await jana.Sees("terénních");
        await jana.Look("changes");

        await jana.Follow("Schvalování");
        await jana.Look("approval-editing");
        await jana.Press("Odeslat k připomínkám");
        await jana.Sees("Opravte prosím");
        await jana.Tick("Odbor sociálních věcí");
        await jana.Type("Lhůta do", "2026-12-31");
        await jana.Press("Odeslat k připomínkám");
        await jana.IsTold("Odeslání konceptu odborům k připomínkám");
        await jana.Sees("zatím bez vyjádření");

        await Answers(petr);
        await jana.Page.ReloadAsync();
        await jana.Sees("Chybí peníze na rok 2027");
        await jana.Look("approval-comments");
        await jana.Choose("Jak", "akceptováno částečně");
        await jana.Type("Odůvodnění", "Doplní akční plán.");
        await jana.Press("Vypořádat");
        await jana.Press("Předložit");
        await jana.IsTold("Předložení konceptu radě");
        await Decides(jana, "RK 12/11/26", "2026-11-20", "Rada doporučila");

        // What waits for the strategist leads to the place where it is done.
        await jana.Home();
        await jana.Look("tasks-assembly");
        await jana.FollowLike("Změna č. 2");
        await jana.Type("Účinné od", "2026-11-22");
        await Decides(jana, "ZK 34/11/26", "2026-11-21", "Zastupitelstvo schválilo");
        await jana.Sees("stal se vydáním programu, které se už nemění");
        await jana.Look("approved");

        await jana.Follow("Osnova");
        await Assertions.Expect(jana.Main.GetByRole(AriaRole.Button, new() { Name = "Posunout" })).ToHaveCountAsync(0);
        await jana.GoesToNode("8", "8.1");
        await jana.Sees("Koncept teď nejde upravovat");
        await Assertions.Expect(jana.Main.Locator("textarea")).ToHaveCountAsync(0);
        jana.NothingWrong();
        petr.NothingWrong();

        await Read(site, scripts);
    }

    /// <summary>The owner finds the draft among what waits, and answers for the department.</summary>
    private static async Task Answers(Walker petr)
    {
        await petr.Home();
        await petr.Look("tasks-answer");
        await petr.FollowLike("Změna č. 2");
        await petr.Choose("Vyjádření", "žádá úpravu");
        await petr.Type("Připomínky", "Chybí peníze na rok 2027.");
        await petr.Press("Odeslat vyjádření");
        await petr.IsTold("Vyjádření odboru ke konceptu");
        await petr.Sees("žádá úpravu");
    }

    private static async Task Decides(Walker jana, string resolution, string on, string yes)
    {
        await jana.Type("Číslo usnesení", resolution);
        await jana.Type("Ze dne", on);
        await jana.Press(yes);
        await jana.Sees($"usnesení {resolution}");
    }

    /// <summary>A citizen sees the new wording, the resolution, and the earlier edition beside it.</summary>
    private async Task Read(Site site, bool scripts)
    {
        await using var citizen = await browser.Reads(site, scripts);
        await citizen.Searches("terénních");
        await citizen.FollowLike(Wording);
        await citizen.SeesHeading(Wording);
        await citizen.Sees("ZK 34/11/26");
        await citizen.Look("public-node");
        await citizen.FollowLike("Všechna vydání");
        await citizen.Sees("Změna č. 2");
        await citizen.Look("public-editions");
        await citizen.Press("Porovnat");
        await Assertions.Expect(citizen.Main.Locator("ins").Filter(new() { HasText = "terénních" })).ToBeVisibleAsync();
        await citizen.Look("public-comparison");
        citizen.NothingWrong();
    }
}
