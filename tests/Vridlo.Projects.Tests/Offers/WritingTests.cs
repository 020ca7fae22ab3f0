using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Projects.Offers.Register;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>An offer while it is written: every step is saved, what is wrong is said at its field, and only its link leads to it.</summary>
public sealed class WritingTests
{
    private static readonly (string Form, string Field, string Value, string Said)[] Wrong =
    [
        ("1", "organisation", " ", "Vyplňte toto pole"),
        ("1", "companyNumber", "", "Uveďte IČO"),
        ("1", "companyNumber", "00573125", "kontrolní číslicí"),
        ("1", "contactName", "", "Vyplňte toto pole"),
        ("1", "mail", "jana@dasnice@cz", "není adresa"),
        ("2", "title", "", "Vyplňte toto pole"),
        ("2", "description", "", "Vyplňte toto pole"),
        ("2", "need", new string('a', 5001), "nejvýš 5 000 znaků"),
        ("2", "place", "", "Uveďte obec"),
        ("2", "place", "Atlantida", "v kraji není"),
        ("3", "link-0", "99.9", "99.9"),
        ("3", "share-0", "76", "101"),
        ("3", "share-1", "0", "není podíl"),
        ("3", "link-1", "4.2.1", "dvakrát"),
        ("4", "sum-0", "hodně", "není částka"),
        ("4", "sum-0", "", "Uveďte částku"),
        ("4", "sum-0", "-5", "větší než nula"),
        ("4", "year-2", "brzy", "čtyřmi číslicemi"),
        ("4", "source-2", "", "Vyplňte toto pole"),
        ("4", "ends", "2026", "končí dřív"),
        ("4", "starts", "někdy", "není datum"),
    ];

    private static Dictionary<string, string> Of(string step) => step switch { "1" => Offering.Who, "2" => Offering.Intent, "3" => Offering.Programme, _ => Offering.Money };

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_is_saved(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write();
        foreach (var (step, field, value, said) in Wrong)
        {
            using var answer = await citizen.Send($"{address}/{step}", "step", Of(step).With(new() { [field] = value }));
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{field} '{value}': {answer.StatusCode}");
            var page = await Worker.Read(answer);
            Assert.Contains(said, Offering.Plain(page.GetElementById($"f-{field}-error")?.TextContent ?? $"nothing at {field} of '{value}': {Worker.Said(page)}"));
            Assert.Single(page.QuerySelectorAll("#errors li"));
            await citizen.Led($"{address}/{step}", "step", Of(step));
        }

        using var wrong = await citizen.Send(address + "/2", "step", Offering.Intent.With(new() { ["place"] = "Atlantida" }));
        Assert.Equal("Atlantida", (await site.Page(address + "/2")).QuerySelector<IHtmlInputElement>("#f-place")!.Value);
        var check = await site.Page(address + "/5");
        Assert.Contains("Atlantida", check.Says());
        Assert.Empty(check.QuerySelectorAll("form input[value=send]"));
        using var empty = await citizen.Send("/zamery/nabidka/zacatek", "who");
        Assert.Equal(4, (await Worker.Read(empty)).QuerySelectorAll("#errors li").Length);
    }

    [Theory, BothEngines]
    public async Task A_step_can_be_left_unfinished_and_the_letter_leads_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var second = await citizen.Led("/zamery/nabidka/zacatek", "who", Offering.Who);
        var later = await citizen.Led(second, "step", Offering.Intent.With(new() { ["need"] = "", ["do"] = "later" }));
        Assert.EndsWith("?saved=1", later);
        var link = await site.LinkOf("begun");
        Assert.NotEqual(second[..second.LastIndexOf('/')], link);
        var state = await site.Page(link);
        Assert.Contains("rozepsaná", state.Says());
        Assert.Contains("Lávka pro cyklisty", state.QuerySelector("h1")!.TextContent);
        using var other = new Worker(site.Client.BaseAddress!);
        Assert.Contains("Lávka pro cyklisty", (await other.Page(link + "/2")).QuerySelector<IHtmlInputElement>("#f-title")!.Value);
        await other.Led(link + "/2", "step", Offering.Intent);

        foreach (var unknown in new[] { "/zamery/nabidka/" + OfferKeys.NewCode(), "/zamery/nabidka/x", link + "x", link + "/9", link + "/x", "/zamery/nabidka/potvrzeni/" + OfferKeys.NewCode() })
        {
            using var answer = await site.Get(unknown);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{unknown}: {answer.StatusCode}");
        }

        Assert.Contains("noindex", (await site.Page(link)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory, BothEngines]
    public async Task What_is_sent_twice_is_saved_once_and_an_older_window_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var form = Worker.Filled(await citizen.Page("/zamery/nabidka/zacatek"), "who", Offering.Who);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Post("/zamery/nabidka/zacatek", new FormUrlEncodedContent(form))));
        Assert.All(answers, a => Assert.NotNull(a.Headers.Location));
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await site.Count<OfferDraft>());
        Assert.Single(await site.Letters());

        var second = new Uri(site.Client.BaseAddress!, answers[0].Headers.Location!).AbsolutePath;
        var (older, newer) = (Worker.Filled(await citizen.Page(second), "step", Offering.Intent.With(new() { ["title"] = "Starší okno" })), Worker.Filled(await citizen.Page(second), "step", Offering.Intent));
        using var first = await citizen.Post(second, new FormUrlEncodedContent(newer));
        using var again = await citizen.Post(second, new FormUrlEncodedContent(newer));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        using var told = await citizen.Post(second, new FormUrlEncodedContent(older));
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal("Starší okno", (await Worker.Read(told)).QuerySelector<IHtmlInputElement>("#f-title")!.Value);
        Assert.Contains("Lávka pro cyklisty", (await site.Page(second)).QuerySelector<IHtmlInputElement>("#f-title")!.Value);
    }

    [Theory, BothEngines]
    public async Task Who_floods_a_strangers_box_and_programs_are_held_off(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        using var trapped = await citizen.Send("/zamery/nabidka/zacatek", "who", Offering.Who.With(new() { ["subject"] = "x" }));
        Assert.Contains("program", Worker.Said(await Worker.Read(trapped)));
        using var forged = await site.Client.PostAsync("/zamery/nabidka/zacatek", new FormUrlEncodedContent(Offering.Who.Append(new("_handler", "who"))));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        for (var i = 0; i < 5; i++)
        {
            await citizen.Led("/zamery/nabidka/zacatek", "who", Offering.Who.With(new() { ["mail"] = i % 2 == 0 ? Offering.Mail : Offering.Mail.ToUpperInvariant() }));
        }

        using var sixth = await citizen.Send("/zamery/nabidka/zacatek", "who", Offering.Who);
        Assert.Contains("Pokračujte v některé z nich", Offering.Plain((await Worker.Read(sixth)).GetElementById("f-mail-error")!.TextContent));
        Assert.Equal(5, await site.Count<OfferDraft>());
        site.Clock.Now += NodaTime.Duration.FromDays(2);
        await citizen.Led("/zamery/nabidka/zacatek", "who", Offering.Who);
    }

    /// <summary>An address that was typed and taken back counts: letters fill a box, not what offers hold by now.</summary>
    [Theory, BothEngines]
    public async Task Letters_to_one_address_are_counted_whatever_address_an_offer_has_by_now(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        for (var i = 0; i < 5; i++)
        {
            var second = await citizen.Led("/zamery/nabidka/zacatek", "who", Offering.Who);
            await citizen.Led(second[..^1] + "1", "step", Offering.Who.With(new() { ["mail"] = $"jiny{i}@example.org" }));
        }

        using var sixth = await citizen.Send("/zamery/nabidka/zacatek", "who", Offering.Who);
        Assert.Contains("Pokračujte v některé z nich", Offering.Plain((await Worker.Read(sixth)).GetElementById("f-mail-error")!.TextContent));
        Assert.Equal(5, (await site.Letters()).Count);
    }

    [Theory, BothEngines]
    public async Task One_address_is_asked_only_so_often_to_confirm_offers(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var (one, other) = (await citizen.Write(), await citizen.Write());
        for (var i = 0; i < 6; i++)
        {
            await citizen.Led(one + "/5", "send", []);
            await citizen.Led(other + "/5", "send", []);
        }

        using var refused = await citizen.Send(other + "/5", "send");
        Assert.Contains("12 e-mailů s žádostí o potvrzení", Offering.Plain(Worker.Said(await Worker.Read(refused))));
        Assert.Equal(12, (await site.Letters("confirm")).Count);
        site.Clock.Now += NodaTime.Duration.FromDays(2);
        await citizen.Led(other + "/5", "send", []);
    }

    /// <summary>Whoever types in a stranger's address cannot have the office write to it what they like.</summary>
    [Theory, BothEngines]
    public async Task An_address_that_has_confirmed_nothing_gets_nothing_that_somebody_typed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write();
        await citizen.Led(address + "/5", "send", []);
        var letters = await site.Letters();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, l => Assert.DoesNotContain("Lávka", l));
        await citizen.Led(await site.LinkOf("confirm"), "confirm", []);
        Assert.Contains("Lávka", Assert.Single(await site.Letters("received")));

        await officer.Done("/prace/zamery/N-0001", "ask", new() { ["question"] = "Kolik bude stát provoz?" });
        await citizen.Led(address + "/1", "step", Offering.Who.With(new() { ["mail"] = "cizi@example.org" }));
        await officer.Done("/prace/zamery/N-0001", "decline", new() { ["declineWhy"] = "Odpověď nepřišla." });
        var declined = Assert.Single(await site.Letters("declined", "cizi@example.org"));
        Assert.Contains("N-0001", declined);
        Assert.DoesNotContain("Lávka", declined);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_kept_of_a_first_step_to_which_no_letter_could_lead_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var page = await citizen.Page("/zamery/nabidka/zacatek");
        foreach (var (field, value) in new[] { ("mail", ""), ("mail", "jana@dasnice@cz"), ("organisation", new string('a', 301)), ("companyNumber", new string('1', 21)) })
        {
            using var refused = await citizen.Send("/zamery/nabidka/zacatek", page, "who", Offering.Who.With(new() { [field] = value }));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            page = await Worker.Read(refused);
            Assert.NotNull(page.GetElementById($"f-{field}-error"));
            Assert.Equal(Offering.Person, page.QuerySelector<IHtmlInputElement>("#f-contactName")!.Value);
        }

        Assert.Equal(0, await site.Count<OfferDraft>());
        Assert.Empty(await site.Letters());
        using var begun = await citizen.Send("/zamery/nabidka/zacatek", page, "who", Offering.Who);
        Assert.NotNull(begun.Headers.Location);
        Assert.Equal(1, await site.Count<OfferDraft>());
    }

    [Theory, BothEngines]
    public async Task Suggestions_come_with_their_words_and_what_is_ticked_takes_an_empty_row(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write();
        var page = await citizen.Page(address + "/3");
        var box = page.QuerySelectorAll<IHtmlInputElement>("input[name=node]").First();
        Assert.NotEqual("", box.Closest("tr")!.QuerySelector("td")!.TextContent.Trim());
        Assert.DoesNotContain("4.2.1", page.QuerySelectorAll<IHtmlInputElement>("input[name=node]").Select(b => b.Value));
        Assert.EndsWith("/3?added=1", await citizen.Led(address + "/3", "step", new() { ["node"] = box.Value }));
        Assert.Equal(box.Value, (await citizen.Page(address + "/3")).QuerySelector<IHtmlInputElement>("#f-link-2")!.Value);
    }
}
