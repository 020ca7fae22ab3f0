using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Core.Record;
using Vridlo.Projects.Offers.Register;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>Whom to ask is erased on request and by itself, what is never sent is erased as a whole, and neither was ever in the record.</summary>
public sealed class OfferErasure
{
    [Theory, BothEngines]
    public async Task On_request_contact_and_letters_are_gone_and_the_record_search_and_interface_never_had_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        var address = await site.Offer();
        foreach (var machine in new[] { "/prace/zamery.csv", "/prace/zamery.json" })
        {
            using var answer = await officer.Get(machine);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("N-0001", text);
            Assert.DoesNotContain("dasnice.example", text);
            Assert.DoesNotContain("Novotn", text);
        }

        var erased = await officer.Done("/prace/zamery/N-0001", "erase");
        Assert.DoesNotContain(Offering.Person, erased.Says());
        Assert.Empty(await site.Letters());
        var recorded = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT COALESCE(before, '') || COALESCE(after, '') AS \"Value\" FROM record_change").ToListAsync());
        Assert.NotEmpty(recorded);
        Assert.All(recorded, r => Assert.DoesNotContain("dasnice.example", r));
        Assert.All(recorded, r => Assert.DoesNotContain("Novotn", r));
        Assert.Contains("u úřadu", (await site.Page(address)).Says());
        await officer.Done("/prace/zamery/N-0001", "accept");
        Assert.Empty(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task On_request_letters_under_the_address_as_typed_are_gone_too(Engine engine)
    {
        const string Typed = "Jana.Novotna@Dasnice.example";
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write(new() { ["mail"] = Typed });
        await citizen.Led(address + "/5", "send", []);
        await citizen.Led(await site.LinkOf("confirm"), "confirm", []);
        await site.Within.In(async unit =>
        {
            unit.GetRequiredService<IMail>().Send(new() { Kind = "projects.offers.received", Address = Typed, Language = Base.Language.Cs, Subject = "Nabídka N-0001", Text = "Přijali jsme ji." });
            Assert.True(await unit.GetRequiredService<AppDb>().Keep(default));
        });
        Assert.Single(await site.Letters(address: Typed));
        await officer.Done("/prace/zamery/N-0001", "erase");
        Assert.Empty(await site.Letters(address: Typed));
        Assert.Empty(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task On_request_what_went_over_to_the_project_is_gone_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "accept");
        Assert.Contains(Offering.Person, (await officer.Page("/prace/projekty/P-0001")).Says());
        await officer.Done("/prace/zamery/N-0001", "erase");
        var left = (await officer.Page("/prace/projekty/P-0001")).Says();
        Assert.DoesNotContain(Offering.Person, left);
        Assert.DoesNotContain(Offering.Mail, left);
    }

    [Theory, BothEngines]
    public async Task Who_never_completes_an_offer_is_not_kept_for_ever(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Offer();
        await officer.Done("/prace/zamery/N-0001", "ask", new() { ["question"] = "Kolik bude stát provoz?" });
        site.Clock.Now += Duration.FromDays(365);
        await Job(site);
        Assert.Equal([Offering.Mail], await Mails(site));
        site.Clock.Now += Duration.FromDays(2);
        await Job(site);
        Assert.Equal([""], await Mails(site));
    }

    [Theory, BothEngines]
    public async Task By_itself_what_is_unsent_after_sixty_days_and_the_contact_a_year_after_the_answer(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        using var citizen = new Worker(site.Client.BaseAddress!);
        await site.Offer();
        var unsent = await citizen.Write(new() { ["mail"] = "jiny@example.org" });
        await officer.Done("/prace/zamery/N-0001", "decline", new() { ["declineWhy"] = "ne" });
        site.Clock.Now += Duration.FromDays(53);
        await Job(site);
        Assert.Empty(await site.Letters("fading", "jiny@example.org"));
        site.Clock.Now += Duration.FromHours(1);
        await Job(site);
        await Job(site);
        var fading = Assert.Single(await site.Letters("fading", "jiny@example.org"));
        Assert.Contains("smažeme", fading);
        Assert.DoesNotContain("Lávka", fading);
        site.Clock.Now += Duration.FromDays(7) - Duration.FromHours(1);
        await Job(site);
        await site.Page(unsent);
        site.Clock.Now += Duration.FromHours(1);
        await Job(site);
        using var gone = await site.Get(unsent);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal([Offering.Mail], await Mails(site));
        site.Clock.Now += Duration.FromDays(304);
        await Job(site);
        Assert.Equal([Offering.Mail], await Mails(site));
        site.Clock.Now += Duration.FromDays(2);
        await Job(site);
        Assert.Equal([""], await Mails(site));
    }

    [Theory, BothEngines]
    public async Task Whoever_could_not_be_told_in_time_is_told_and_has_a_week(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        var unsent = await citizen.Write(new() { ["mail"] = "jiny@example.org" });
        site.Clock.Now += Duration.FromDays(90);
        await Job(site);
        Assert.Single(await site.Letters("fading", "jiny@example.org"));
        await site.Page(unsent);
        site.Clock.Now += Duration.FromDays(7);
        await Job(site);
        Assert.Empty(await Mails(site));
    }

    private static Task<List<string>> Mails(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<OfferDraft>().Select(d => d.Mail).OrderBy(m => m).ToListAsync());

    private static Task Job(Site site) => site.Within.In(unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return site.Services.GetRequiredService<Declarations>().Jobs.Single(j => j.Name == "projects.offers.clear").Work(unit, default);
    });
}
