using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Projects.Offers.Lists;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>An offer from its last step to the answer of the office.</summary>
public sealed class OfferStory
{
    /// <summary>Whoever answers for what it is to carry out hears of it, and of what was mended; nobody else does.</summary>
    [Theory, BothEngines]
    public async Task It_is_told_to_who_answers_for_what_it_carries_out(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await site.Employ("gestor-4@example.org", await site.At(Role.Owner, "4"));
        await site.Employ("gestor-12@example.org", await site.At(Role.Owner, "12.4"));
        await site.Employ("gestor-1@example.org", await site.At(Role.Owner, "1"));
        await site.Employ("garant@example.org", await site.At(Role.Guarantor, "4"));
        await site.Offer();
        Assert.Equal(["gestor-12", "gestor-4", "strateg"], await site.Told("projects.offered"));
        using var owner = await site.SignIn("gestor-4@example.org");
        var notice = (await owner.Page("/prace/oznameni")).QuerySelector("main tbody tr")!;
        Assert.Contains("N-0001", notice.TextContent, StringComparison.Ordinal);
        using var opened = await owner.Get(notice.QuerySelector("a")!.GetAttribute("href")!);
        Assert.EndsWith("/prace/zamery/N-0001", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Sent_confirmed_and_accepted_it_is_a_project_and_can_be_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write();
        await citizen.Led(address + "/5", "send", []);
        Assert.Contains("čeká na potvrzení", (await site.Page(address)).Says());
        Assert.Equal(0, await site.Count<Offer>());

        // A program that checks mail opens the link as often as it likes.
        var confirm = await site.LinkOf("confirm");
        await site.Page(confirm);
        await site.Page(confirm);
        Assert.Equal(0, await site.Count<Offer>());
        var form = Worker.Filled(await citizen.Page(confirm), "confirm", []);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Post(confirm, new FormUrlEncodedContent(form))));
        Assert.All(answers, a => Assert.NotNull(a.Headers.Location));
        Assert.Contains("je u úřadu", (await site.Page(confirm)).Says());
        Assert.Equal(1, await site.Count<Offer>());
        Assert.Single(await site.Letters("received"));
        Assert.Contains("N-0001", (await site.Page(await site.LinkOf("received"))).Says());
        using var closed = await site.Get(address + "/2");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);

        Assert.Contains("N-0001", (await officer.Page("/prace")).Body!.TextContent);
        var shown = await officer.Page("/prace/zamery/N-0001");
        Assert.Contains(Offering.Person, shown.Says());
        Assert.Contains("10 000 000,50 Kč", shown.Says());
        Assert.Contains("75 %", shown.Says());
        var accepted = await officer.Done("/prace/zamery/N-0001", "accept", new() { ["acceptWhy"] = "navazuje na páteřní trasu" });
        Assert.Contains("P-0001", accepted.Says());
        var project = await officer.Page("/prace/projekty/P-0001");
        Assert.Contains("Obec Dasnice", project.Says());
        Assert.Contains("Dasnice", project.Says());
        Assert.Contains(Offering.Person, project.Says());
        Assert.Contains("záměr", project.Says());

        // What is noted for colleagues is for them.
        Assert.DoesNotContain("navazuje na", (await site.Page("/projekty/P-0001")).Body!.TextContent);
        Assert.DoesNotContain("navazuje na", (await new Machine(site, null).Read("/projects/P-0001")).ToString());
        await using (var unit = site.Services.CreateAsyncScope())
        {
            var shares = await unit.ServiceProvider.GetRequiredService<IMoneyLedger>().Shares.Select(s => s.Share).ToListAsync();
            Assert.Equal([2500, 7500], shares.Order());
        }

        Assert.DoesNotContain(Offering.Person, (await site.Page("/projekty/P-0001")).Body!.TextContent);
        Assert.Contains("/projekty/P-0001", (await site.Page(address)).QuerySelector("main")!.InnerHtml);
        Assert.Contains("P-0001", (await site.Letters("accepted")).Single());

        await Undo(officer, "projects.offer-accepted");
        Assert.Equal(0, await site.Count<Project>());
        Assert.Equal(OfferStage.Received, (await site.Stored()).Stage);
        Assert.Single(await site.Letters("reopened"));
        Assert.Contains("P-0001", (await officer.Done("/prace/zamery/N-0001", "accept")).Says());
    }

    [Theory, BothEngines]
    public async Task What_a_project_was_gone_on_with_is_not_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "accept");
        await officer.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Preparation", ["why"] = "studie" });
        var act = await LastAct(site, "projects.offer-accepted");
        using var refused = await officer.Send($"/prace/historie/{act}", "undo");
        Assert.Contains("dál pracovalo", Worker.Said(await Worker.Read(refused)));
        Assert.Equal(1, await site.Count<Project>());
    }

    [Theory, BothEngines]
    public async Task Costs_go_into_the_plan_from_the_fund_that_is_chosen(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await officer.Done("/prace/penize/novy", "fund", new() { ["code"] = "eu", ["title"] = "Fondy EU", ["payer"] = "Region", ["currency"] = "Czk" });
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "accept", new() { ["fund-2"] = "eu" });
        Assert.Contains("10 000 000,50 Kč", Offering.Plain((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=money]")!.TextContent));
        await Undo(officer, "projects.offer-accepted");
        Assert.Equal(0, await site.Count<Project>());
        Assert.Equal(OfferStage.Received, (await site.Stored()).Stage);
        Assert.Equal([-1_000_000_050, 1_000_000_050], await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Postings.Select(p => p.Amount).OrderBy(a => a).ToListAsync()));
        using var gone = await site.Get("/projekty/P-0001");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("vzat zpět", await gone.Content.ReadAsStringAsync());
        Assert.Contains("P-0002", (await officer.Done("/prace/zamery/N-0001", "accept")).Says());
    }

    /// <summary>The ledger of money knows only funds: what was not planned when an offer was accepted is proposed later, and is nobody's plan until a fund is said.</summary>
    [Theory, BothEngines]
    public async Task Costs_that_were_not_planned_are_proposed_in_the_money_of_the_project(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await officer.Done("/prace/penize/novy", "fund", new() { ["code"] = "eu", ["title"] = "Fondy EU", ["payer"] = "Region", ["currency"] = "Czk" });
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "accept");
        const string money = "/prace/projekty/P-0001/penize";
        var page = await officer.Page(money);
        Assert.Equal(["2027 rozpočet obce 2 500 000 Kč", "2028 dotace z fondů EU 10 000 000,50 Kč"], page.QuerySelectorAll("section[aria-labelledby=offered] tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => Offering.Plain(c.TextContent.Trim())))));
        Assert.Equal(("2027", "2028", "10 000 000,50 Kč"), (Field("year-0"), Field("year-1"), Field("sum-1")));

        await officer.Done(money, "plan");
        Assert.Empty(await Planned());
        page = await officer.Done(money, "plan", new() { ["fund-1"] = "eu" });
        Assert.Equal([(2028, 1_000_000_050L)], await Planned());
        Assert.Equal(("2028", "2027"), (Field("year-0"), Field("year-1")));

        string Field(string name) => Offering.Plain(page.QuerySelector($"[name='{name}']")!.GetAttribute("value")!);

        Task<List<(int, long)>> Planned() => site.Within.In(async unit =>
            (await unit.GetRequiredService<IMoneyLedger>().Postings.Where(p => p.Kind == SumKind.Planned).Select(p => new { p.Year, p.Amount }).ToListAsync()).Select(p => (p.Year, p.Amount)).ToList());
    }

    [Theory, BothEngines]
    public async Task A_project_that_got_more_money_since_is_not_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await officer.Done("/prace/penize/novy", "fund", new() { ["code"] = "eu", ["title"] = "Fondy EU", ["payer"] = "Region", ["currency"] = "Czk" });
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "accept", new() { ["fund-2"] = "eu" });
        var act = await LastAct(site, "projects.offer-accepted");
        await officer.Done("/prace/projekty/P-0001/penize", "sum", new() { ["kind"] = "Paid", ["fund"] = "eu", ["year"] = "2027", ["amount"] = "1000", ["document"] = "SML/1/2027" });
        using var refused = await officer.Send($"/prace/historie/{act}", "undo");
        Assert.Contains("stornujte", Worker.Said(await Worker.Read(refused)));
        Assert.Equal(1, await site.Count<Project>());
    }

    [Theory, BothEngines]
    public async Task More_is_asked_mended_and_sent_again_without_another_confirmation(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        var address = await site.Offer();
        using var without = await officer.Send("/prace/zamery/N-0001", "ask", new() { ["question"] = " " });
        Assert.Contains("Napište důvod", Worker.Said(await Worker.Read(without)));
        await officer.Done("/prace/zamery/N-0001", "ask", new() { ["question"] = "Kdo lávku bude udržovat?" });
        Assert.Contains("Kdo lávku bude udržovat?", (await site.Letters("asked")).Single());
        using var citizen = new Worker(site.Client.BaseAddress!);
        var link = await site.LinkOf("asked");
        Assert.Contains("Kdo lávku bude udržovat?", (await citizen.Page(link)).Says());
        await citizen.Led(link + "/2", "step", Offering.Intent.With(new() { ["need"] = "Udržovat ji bude obec." }));
        await citizen.Led(link + "/3", "step", new() { ["link-0"] = "4.2.1", ["share-0"] = "", ["link-1"] = "", ["share-1"] = "" });
        Assert.Equal(OfferStage.MoreAsked, (await site.Stored()).Stage);
        await citizen.Led(link + "/5", "send", []);
        Assert.Equal(("Udržovat ji bude obec.", OfferStage.Received), ((await site.Stored()).Need, (await site.Stored()).Stage));
        Assert.Single(await site.Letters("confirm"));
        Assert.Equal(1, await site.Count<OfferLink>());
        Assert.Contains("u úřadu", (await site.Page(address)).Says());

        // From another address it must be confirmed again.
        await officer.Done("/prace/zamery/N-0001", "ask", new() { ["question"] = "A kdy?" });
        await citizen.Led(link + "/1", "step", Offering.Who.With(new() { ["mail"] = "starosta@dasnice.example" }));
        await citizen.Led(link + "/5", "send", []);
        Assert.Equal(OfferStage.MoreAsked, (await site.Stored()).Stage);
        await citizen.Led(await site.LinkOf("confirm", "starosta@dasnice.example"), "confirm", []);
        Assert.Equal(OfferStage.Received, (await site.Stored()).Stage);
    }

    [Theory, BothEngines]
    public async Task A_duplicate_is_pointed_out_with_the_reason_and_merged_and_the_project_takes_only_what_is_ticked(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await officer.Done("/prace/projekty/novy", "project", new()
        {
            ["title"] = "Cyklistická lávka přes Ohři v Dasnicích", ["bearerNumber"] = "00573124", ["bearerName"] = "Obec Dasnice", ["place"] = "560332", ["link-0"] = "4.2.1", ["description"] = "Jiný popis.",
        });
        await officer.Done("/prace/projekty/novy", "project", new() { ["title"] = "Oprava kanalizace", ["bearerNumber"] = "00573124", ["place"] = "560332", ["link-0"] = "4.2.1" });
        var address = await site.Offer();
        await site.Offer(new() { ["mail"] = "druhy@dasnice.example" });
        var duplicates = Offering.Plain((await officer.Page("/prace/zamery/N-0001")).QuerySelector("section[aria-labelledby=duplicates]")!.TextContent);
        Assert.Contains("P-0001", duplicates);
        Assert.Contains("N-0002", duplicates);
        Assert.Contains("týž nositel, táž obec", duplicates);
        Assert.DoesNotContain("P-0002", duplicates);

        var compared = await officer.Page("/prace/zamery/N-0001/srovnani?project=p-0001");
        Assert.Contains("liší se", compared.Says());
        using var nowhere = await officer.Get("/prace/zamery/N-0001/srovnani?project=P-0099");
        Assert.Contains("Takový projekt tu není", Offering.Plain(await nowhere.Content.ReadAsStringAsync()));
        await officer.Led("/prace/zamery/N-0001/srovnani?project=P-0001", "merge", new() { ["mergeWhy"] = "Tentýž záměr už sledujeme." });
        Assert.Contains("Jiný popis.", (await site.Page("/projekty/P-0001")).Says());
        Assert.Contains("Tentýž záměr", (await site.Page(address)).Says());
        Assert.Contains("P-0001", (await site.Page(address)).QuerySelector("main")!.InnerHtml);
        Assert.Contains("Tentýž záměr", (await site.Letters("merged")).Single());
        await Undo(officer, "projects.offer-merged");
        Assert.Equal((OfferStage.Received, null), ((await site.Stored()).Stage, (await site.Stored()).ProjectId));

        // Once more, and the project takes what is ticked and nothing else.
        await officer.Led("/prace/zamery/N-0001/srovnani?project=P-0001", "merge", new() { ["mergeWhy"] = "Tentýž záměr.", ["take"] = "need" });
        var project = Offering.Plain((await site.Page("/projekty/P-0001")).QuerySelector("main")!.TextContent);
        Assert.Contains("Jiný popis.", project);
        Assert.Contains((await site.Stored()).Need, project);
        Assert.Contains("Cyklistická lávka přes Ohři v Dasnicích", project);
        await Undo(officer, "projects.offer-merged");
        Assert.DoesNotContain((await site.Stored()).Need, Offering.Plain((await site.Page("/projekty/P-0001")).QuerySelector("main")!.TextContent));

        await officer.Done("/prace/zamery/N-0002", "decline", new() { ["declineWhy"] = "Poslali jste ho dvakrát." });
        Assert.Contains("Poslali jste ho dvakrát.", (await site.Letters("declined", "druhy@dasnice.example")).Single());
        Assert.Single((await officer.Page("/prace/zamery?stage=declined")).QuerySelectorAll("tbody tr"));
        Assert.Single((await officer.Page("/prace/zamery?stage=open")).QuerySelectorAll("tbody tr"));
        site.Clock.Now += NodaTime.Duration.FromDays(31);
        var (byStage, late) = await site.Within.In(unit => unit.GetRequiredService<ListOffers>().Counts(default));
        Assert.Equal((1, 1, 1), (byStage[OfferStage.Received], byStage[OfferStage.Declined], late));
    }

    [Theory, BothEngines]
    public async Task Whoever_may_not_decide_sees_nothing_of_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        await site.Offer();
        foreach (var address in new[] { "/prace/zamery", "/prace/zamery/N-0001", "/prace/zamery.csv", "/api/v1/projects/offers" })
        {
            using var answer = await reader.Get(address);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, $"{address}: {answer.StatusCode}");
        }
    }

    /// <summary>It is a task of those who may decide it; whoever answers for something else can read it, and is offered nothing that would be refused.</summary>
    [Theory, BothEngines]
    public async Task Only_who_may_decide_it_has_it_as_a_task_and_the_forms(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var own = await site.SignedIn(await site.At(Role.Owner, "12.4"));
        using var other = await site.SignedIn(await site.At(Role.Owner, "1"));
        await site.Offer();
        Assert.Contains("N-0001", (await own.Page("/prace")).Body!.TextContent);
        Assert.DoesNotContain("N-0001", (await other.Page("/prace")).Body!.TextContent);
        const string address = "/prace/zamery/N-0001";
        var mine = await own.Page(address);
        Assert.Equal(4, mine.QuerySelectorAll("main form[method=post]").Length);
        var theirs = await other.Page(address);
        Assert.Contains("Lávka pro cyklisty", theirs.Says());
        Assert.Empty(theirs.QuerySelectorAll("main form"));
        Assert.Contains("rozhodují ti, kdo", theirs.Says());

        // Whom to ask is for those who decide.
        Assert.Contains(Offering.Phone, mine.Says());
        Assert.Contains("vidí jen ti, kdo o této nabídce rozhodují", theirs.Says());
        foreach (var personal in (string[])[Offering.Person, Offering.Mail, Offering.Phone])
        {
            Assert.DoesNotContain(personal, theirs.Body!.InnerHtml);
        }

        // Nor does it help to send what somebody else was shown.
        using var refused = await other.Send(address, mine, "decline", new() { ["declineWhy"] = "ne" });
        Assert.False(refused.IsSuccessStatusCode);
        Assert.Equal(OfferStage.Received, (await site.Stored()).Stage);
        var machine = await other.Machine(site, "projects.offers");
        Assert.Equal(HttpStatusCode.Forbidden, (await machine.Post("/projects/offers/N-0001/declining", new { version = 1, why = "ne" })).Status);
    }

    internal static async Task Undo(Worker officer, string act)
    {
        var list = await officer.Page($"/prace/historie?kind={act}");
        var link = list.QuerySelectorAll("main a[href*='/prace/historie/']").Select(a => a.GetAttribute("href")!).First(h => Guid.TryParse(h.Split('/')[^1], out _));
        await officer.Done(link, "undo");
    }

    internal static Task<Guid> LastAct(Site site, string kind) => site.Within.In(unit =>
        unit.GetRequiredService<AppDb>().Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM record_act WHERE kind = {kind} ORDER BY sequence DESC LIMIT 1").FirstAsync());
}
