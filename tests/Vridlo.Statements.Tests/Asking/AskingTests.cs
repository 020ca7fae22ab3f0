using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Asking;

public sealed class AskingTests
{
    private static readonly (string Field, string Value, string Said)[] Wrong =
    [
        ("applicant", "", "Vyplňte toto pole"),
        ("companyNumber", "", "Uveďte IČO"),
        ("companyNumber", "00573125", "kontrolní číslicí"),
        ("seat", " ", "Vyplňte toto pole"),
        ("dataBox", "abc", "schránk"),
        ("contactName", "", "Vyplňte toto pole"),
        ("mail", "", "Vyplňte toto pole"),
        ("mail", "jana@dasnice@cz", "není adresa"),
        ("title", "", "Vyplňte toto pole"),
        ("place", "999999", "Vyberte obec"),
        ("description", "", "Vyplňte toto pole"),
        ("aim", new string('a', 5001), "nejvýš 5 000 znaků"),
        ("cost", "", "Uveďte celkové náklady"),
        ("cost", "hodně", "není částka"),
        ("cost", "-1", "větší než nula"),
        ("funding", "20 mil. Kč", "vyšší než celkové náklady"),
        ("funding", "100 EUR", "ve stejné měně"),
        ("fundingDeadline", "32. 13. 2027", "není datum"),
        ("starts", "někdy", "není datum"),
        ("ends", "2026", "končí dřív"),
        ("claimed-0", "99.9", "99.9"),
        ("claimed-1", "8", "8"),
    ];

    /// <summary>Whoever answers for what it names hears of it; one that names nothing is told to those who answer for the whole.</summary>
    [Theory, BothEngines]
    public async Task An_application_is_told_to_who_decides_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await site.Employ("gestor-4@example.org", await site.At(Role.Owner, "4"));
        await site.Employ("gestor-1@example.org", await site.At(Role.Owner, "1"));
        await site.Ask();
        Assert.Equal(["gestor-4", "strateg"], await site.Told("statements.asked"));
        await site.Ask(new() { ["claimed-0"] = "" });
        Assert.Equal(["gestor-4", "strateg", "strateg"], await site.Told("statements.asked"));
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        foreach (var (field, value, said) in Wrong)
        {
            using var answer = await citizen.Send("/vyjadreni/zadost", "application", Asked.Lavka.With(new() { [field] = value }));
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{field} '{value}': {answer.StatusCode}");
            var page = await Worker.Read(answer);
            Assert.Contains(said, Asked.Plain(page.GetElementById($"f-{field}-error")?.TextContent ?? $"nothing at {field} of '{value}'"));
            Assert.Single(page.QuerySelectorAll("#errors li"));
            Assert.Equal("Lávka dlouhá 62 m a 400 m cyklostezky.", page.QuerySelector<IHtmlTextAreaElement>("#f-outputs")!.Value.Trim());
        }

        using var empty = await citizen.Send("/vyjadreni/zadost", "application");
        Assert.Equal(10, (await Worker.Read(empty)).QuerySelectorAll("#errors li").Length);
        Assert.Equal(0, await Count(site));
        Assert.Empty(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task Municipalities_of_one_name_are_told_apart_by_their_district(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var offered = (await site.Page("/vyjadreni/zadost")).QuerySelectorAll<IHtmlOptionElement>("#f-place option").ToDictionary(o => o.Value, o => Asked.Plain(o.Text));
        Assert.Equal(("Chodov, okres Sokolov", "Chodov, okres Karlovy Vary", "Dasnice"), (offered["560383"], offered["578011"], offered["560332"]));
        Assert.Equal(135, offered.Count);
    }

    [Theory, BothEngines]
    public async Task What_is_sent_twice_is_taken_in_once(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var form = Worker.Filled(await citizen.Page("/vyjadreni/zadost"), "application", Asked.Lavka);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Post("/vyjadreni/zadost", new FormUrlEncodedContent(form))));
        using var later = await citizen.Post("/vyjadreni/zadost", new FormUrlEncodedContent(form));
        Assert.Single(answers.Append(later).Select(a => a.Headers.Location?.ToString()).Distinct());
        Assert.All(answers, a => Assert.Contains(a.StatusCode, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.SeeOther]));
        Assert.Equal(1, await Count(site));
        Assert.Single(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task Programs_that_fill_in_what_nobody_sees_are_held_off_and_so_is_who_floods_a_strangers_box(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        using var trapped = await citizen.Send("/vyjadreni/zadost", "application", Asked.Lavka.With(new() { ["subject"] = "x" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trapped.StatusCode);
        Assert.Contains("program", Worker.Said(await Worker.Read(trapped)));
        using var forged = await site.Client.PostAsync("/vyjadreni/zadost", new FormUrlEncodedContent(Asked.Lavka.Append(new("_handler", "application"))));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        for (var i = 1; i <= 5; i++)
        {
            await site.Ask(new() { ["mail"] = i % 2 == 0 ? Asked.Mail : Asked.Mail.ToUpperInvariant() });
        }

        using var sixth = await citizen.Send("/vyjadreni/zadost", "application", Asked.Lavka);
        Assert.Contains("Z této adresy", Asked.Plain((await Worker.Read(sixth)).GetElementById("f-mail-error")!.TextContent));
        await site.Ask(new() { ["mail"] = "nekdo@jiny.example" });
        site.Clock.Now += NodaTime.Duration.FromDays(2);
        await site.Ask();
        Assert.Equal(7, await Count(site));
    }

    [Theory, BothEngines]
    public async Task An_officer_enters_what_came_by_data_box_with_its_day_and_without_contact(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        Dictionary<string, string> came = Asked.Lavka.With(new() { ["contactName"] = "", ["mail"] = "", ["phone"] = "", ["channel"] = "DataBox", ["receivedOn"] = "2026-11-02" });
        var page = await officer.Done("/prace/vyjadreni/zadost", "application", came);
        Assert.Contains("2. 12. 2026", Asked.Plain(page.QuerySelector("main")!.TextContent));
        Assert.Contains("datová schránka", Asked.Plain(page.QuerySelector("main")!.TextContent));
        Assert.Contains("Žádné kontaktní údaje", Asked.Plain(page.QuerySelector("section[aria-labelledby=contact]")!.TextContent));
        Assert.Empty(await site.Letters(""));

        using var future = await officer.Send("/prace/vyjadreni/zadost", "application", came.With(new() { ["receivedOn"] = "2026-11-24" }));
        Assert.Contains("v budoucnosti", Asked.Plain((await Worker.Read(future)).GetElementById("f-receivedOn-error")!.TextContent));

        await officer.Done("/prace/vyjadreni/zadost", "application", came.With(new() { ["receivedOn"] = "2026-10-21", ["channel"] = "Paper" }));
        var late = await officer.Page("/prace/vyjadreni?stage=late");
        Assert.Single(late.QuerySelectorAll("tbody tr"));
        Assert.Contains("-3", late.QuerySelector("tbody")!.TextContent.Replace('−', '-'));
        Assert.Contains("3 dny po lhůtě", Asked.Plain((await officer.Page("/prace/vyjadreni/S-0002")).QuerySelector("main")!.TextContent));
    }

    private static Task<int> Count(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Application>().CountAsync());
}
