using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>
/// A mayor offers an intent in steps and confirms it from a letter; an officer asks for more, sees a duplicate, and accepts; the mayor finds the
/// project. What is offered once more is merged with it.
/// </summary>
public sealed partial class OfferJourney(Browser browser)
{
    private const string Mail = "starostka@dasnice.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_first_step_to_a_project(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        using (var worker = await site.SignIn("strateg@example.org"))
        {
            await worker.Done("/prace/projekty/novy", "project", new() { ["title"] = "Cyklistická lávka přes Ohři v Dasnicích", ["bearerNumber"] = "00573124", ["bearerName"] = "Obec Dasnice", ["place"] = "560332", ["link-0"] = "4.2.1" });
        }

        await using var mayor = await browser.Reads(site, scripts);
        await Writes(mayor);
        await Sends(mayor, site);
        await using var officer = await browser.Works(site, "strateg@example.org", scripts);
        await Asks(officer);
        await Mends(mayor, site);
        await Accepts(officer);
        await mayor.Page.GotoAsync(await Link(site, "accepted"));
        await mayor.Sees("Záměr jsme přijali");
        await mayor.Look("offer-accepted");
        await mayor.FollowLike("P-0002");
        await mayor.SeesHeading("Lávka pro cyklisty");
        await OffersAgain(mayor, site);
        await Merges(officer);
        await mayor.Page.GotoAsync(await Link(site, "merged"));
        await mayor.Sees("Záměr jsme sloučili s projektem");
        await mayor.Look("offer-merged");
        await mayor.FollowLike("P-0002");
        await mayor.SeesHeading("Lávka pro cyklisty přes Ohři u Dasnic");
        mayor.NothingWrong();
        officer.NothingWrong();
    }

    private static async Task Writes(Walker walker)
    {
        await walker.Follow("Projekty");
        await walker.Follow("Nabídnout projektový záměr");
        await walker.Look("offer-start");
        await walker.Follow("Začít");
        await walker.Type("Název subjektu", "Obec Dasnice");
        await walker.Type("IČO", "00573125");
        await walker.Main.Locator("#f-contactName").FillAsync("Jana Novotná");
        await walker.Type("E-mail", Mail);
        await walker.Press("Uložit a pokračovat");
        await walker.Sees("nesouhlasí s kontrolní číslicí");
        await walker.Look("offer-who-refused");
        await walker.Type("IČO", "00573124");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Záměr");
        await walker.Type("Název záměru", "Lávka pro cyklisty přes Ohři u Dasnic");
        await walker.Type("Popis", "Nová lávka spojí dva úseky páteřní cyklostezky podél Ohře.");
        await walker.Press("Uložit a dokončit později");
        await walker.Sees("Uloženo");
        await walker.Look("offer-later");
        await walker.Follow("Pokračovat v nabídce");
        await walker.Type("Potřeba", "Cyklisté dnes jedou po silnici I. třídy; lávka jim dá bezpečnou cestu.");
        await walker.Type("Obec", "Dasnice");
        await walker.Look("offer-intent");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Program");
        await walker.Look("offer-programme");
        await walker.Main.Locator("input[name=node]").First.CheckAsync();
        await walker.Press("Přidat zaškrtnuté");
        await walker.Sees("jsou přidány");
        await walker.Main.Locator("#f-link-1").FillAsync("12.4");
        await walker.Main.Locator("#f-share-0").FillAsync("60");
        await walker.Main.Locator("#f-share-1").FillAsync("30");
        await walker.Press("Uložit a pokračovat");
        await walker.Sees("Podíly dávají dohromady 90 %");
        await walker.Look("offer-programme-refused");
        await walker.Main.Locator("#f-share-1").FillAsync("40");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Peníze a čas");
        await walker.Main.Locator("#f-year-0").FillAsync("2027");
        await walker.Main.Locator("#f-source-0").FillAsync("rozpočet obce");
        await walker.Main.Locator("#f-sum-0").FillAsync("2,5 mil. Kč");
        await walker.Main.Locator("#f-year-1").FillAsync("2028");
        await walker.Main.Locator("#f-source-1").FillAsync("dotace z fondů EU");
        await walker.Main.Locator("#f-sum-1").FillAsync("10 000 000,50");
        await walker.Type("Zahájení", "3/2027");
        await walker.Type("Dokončení", "2Q/2028");
        await walker.ChooseLike("Dokumentace", "hotovo");
        await walker.Look("offer-money");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Kontrola a odeslání");
        await walker.Sees("10 000 000,50");
        await walker.Look("offer-check");
    }

    private static async Task Sends(Walker walker, Site site)
    {
        await walker.Press("Odeslat nabídku");
        await walker.Sees("čeká na potvrzení");
        await walker.Look("offer-waiting");
        await walker.Page.GotoAsync(await Link(site, "confirm"));
        await walker.Look("offer-confirm");
        await walker.Press("Potvrdit nabídku");
        await walker.Sees("je u úřadu");
        await walker.Look("offer-confirmed");
        await walker.Page.GotoAsync(await Link(site, "received"));
        await walker.Sees("N-0001");
        await walker.Look("offer-received");
    }

    private static async Task Asks(Walker walker)
    {
        await walker.Follow("Nabídky záměrů");
        await walker.Sees("čeká na posouzení: 1");
        await walker.Look("offer-work-list");
        await walker.FollowLike("N-0001");
        await walker.Sees("týž nositel, táž obec");
        await walker.Look("offer-work");
        await walker.FollowLike("Porovnat s P-0001");
        await walker.Sees("liší se");
        await walker.Look("offer-compare");
        await walker.Page.GoBackAsync();
        await walker.Main.Locator("#f-question").FillAsync("Kdo bude lávku udržovat?");
        await walker.Press("Vrátit k doplnění");
        await walker.Sees("Kdo bude lávku udržovat?");
    }

    private static async Task Mends(Walker walker, Site site)
    {
        await walker.Page.GotoAsync(await Link(site, "asked"));
        await walker.Sees("Kdo bude lávku udržovat?");
        await walker.Look("offer-asked");
        await walker.Follow("Doplnit nabídku");
        await walker.Main.Locator("section[aria-labelledby=step-2] a").ClickAsync();
        await walker.Type("Popis", "Nová lávka spojí dva úseky páteřní cyklostezky. Udržovat ji bude obec.");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Program");
        await walker.Follow("Kontrola a odeslání");
        await walker.Press("Odeslat nabídku");
        await walker.Sees("U úřadu od");
    }

    private static async Task Accepts(Walker walker)
    {
        await walker.Follow("Nabídky záměrů");
        await walker.FollowLike("N-0001");
        await walker.Sees("Udržovat ji bude obec.");
        await walker.Press("Přijmout a založit projekt");
        await walker.Sees("Vznikl z ní projekt");
        await walker.Look("offer-work-accepted");
        await walker.FollowLike("P-0002");
        await walker.Sees("Jana Novotná");
        await walker.Sees("nabídka záměru");
        await walker.Look("offer-project-work");
    }

    /// <summary>The same intent in other words, with no more than an offer needs.</summary>
    private static async Task OffersAgain(Walker walker, Site site)
    {
        await walker.Follow("Projekty");
        await walker.Follow("Nabídnout projektový záměr");
        await walker.Follow("Začít");
        await walker.Type("Název subjektu", "Obec Dasnice");
        await walker.Type("IČO", "00573124");
        await walker.Main.Locator("#f-contactName").FillAsync("Jana Novotná");
        await walker.Type("E-mail", Mail);
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Záměr");
        await walker.Type("Název záměru", "Lávka přes Ohři u Dasnic pro cyklisty");
        await walker.Type("Popis", "Lávka přes Ohři.");
        await walker.Type("Potřeba", "Bezpečná cesta.");
        await walker.Type("Obec", "Dasnice");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Program");
        await walker.Main.Locator("#f-link-0").FillAsync("4.2.1");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Peníze a čas");
        await walker.Main.Locator("#f-year-0").FillAsync("2027");
        await walker.Main.Locator("#f-source-0").FillAsync("rozpočet obce");
        await walker.Main.Locator("#f-sum-0").FillAsync("3 mil. Kč");
        await walker.Press("Uložit a pokračovat");
        await walker.SeesHeading("Kontrola a odeslání");
        await walker.Press("Odeslat nabídku");
        await walker.Sees("čeká na potvrzení");
        await walker.Page.GotoAsync(await Link(site, "confirm"));
        await walker.Press("Potvrdit nabídku");
        await walker.Sees("je u úřadu");
    }

    private static async Task Merges(Walker walker)
    {
        await walker.Follow("Nabídky záměrů");
        await walker.FollowLike("N-0002");
        await walker.FollowLike("Porovnat s P-0002");
        await walker.Press("Sloučit s P-0002");
        await walker.Look("offer-merge-refused");
        await walker.Type("Důvod", "Tentýž záměr už je v zásobníku.");
        await walker.Press("Sloučit s P-0002");
        await walker.Sees("Sloučena s projektem");
        await walker.Look("offer-work-merged");
    }

    private static async Task<string> Link(Site site, string kind)
    {
        var sort = "projects.offers." + kind;
        var letter = await site.Within.In(unit =>
            unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT body AS \"Value\" FROM mail_letter WHERE kind = {sort} AND address = {Mail} ORDER BY id DESC LIMIT 1").FirstAsync());
        return new Uri(site.Client.BaseAddress!, new Uri(Links().Match(letter).Value).PathAndQuery).ToString();
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();
}
