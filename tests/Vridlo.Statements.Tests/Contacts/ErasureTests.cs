using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Contacts;

public sealed class ErasureTests
{
    [Theory, BothEngines]
    public async Task On_request_the_contact_and_the_letters_are_gone_and_the_record_never_had_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await site.Ask(new() { ["mail"] = "jiny@example.org" });
        Assert.Contains(Asked.Mail, (await officer.Page("/prace/vyjadreni/S-0001")).QuerySelector("section[aria-labelledby=contact]")!.TextContent);
        var erased = await officer.Done("/prace/vyjadreni/S-0001", "erase");
        Assert.Contains("Žádné kontaktní údaje", Asked.Plain(erased.QuerySelector("section[aria-labelledby=contact]")!.TextContent));
        Assert.Empty(await site.Letters());
        Assert.Single(await site.Letters("jiny@example.org"));
        Assert.Equal(["jiny@example.org"], await Mails(site));

        var recorded = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT COALESCE(before, '') || COALESCE(after, '') AS \"Value\" FROM record_change WHERE subject LIKE 'statements.%'").ToListAsync());
        Assert.Equal(5, recorded.Count);
        Assert.All(recorded, r => Assert.DoesNotContain("Novotná", r));
        Assert.All(recorded, r => Assert.DoesNotContain("dasnice.example", r));
        Assert.All(recorded, r => Assert.DoesNotContain(Asked.Phone, r));
        Assert.Contains("veřejnost", (await Administrator(site)).ToString());

        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        Assert.Empty(await site.Letters());
    }

    [Theory, BothEngines]
    public async Task On_request_the_letters_to_the_other_address_of_a_correction_are_gone_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        await officer.Done("/prace/vyjadreni/S-0001", "correct", new() { ["correctWhy"] = "Chyba v IČO." });
        await officer.Done("/prace/vyjadreni/S-0002/uprava", "application", new() { ["mail"] = "jiny@example.org" });
        await officer.Issue("S-0002");
        Assert.NotEmpty(await site.Letters());
        Assert.NotEmpty(await site.Letters("jiny@example.org"));
        await officer.Done("/prace/vyjadreni/S-0001", "erase");
        Assert.Empty(await site.Letters());
        Assert.Empty(await site.Letters("jiny@example.org"));
        Assert.Empty(await Mails(site));
    }

    [Theory, BothEngines]
    public async Task By_itself_a_year_after_the_application_is_closed_and_never_before(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask(new() { ["mail"] = "vydano@example.org" });
        await site.Ask(new() { ["mail"] = "odlozeno@example.org" });
        await site.Ask(new() { ["mail"] = "ceka@example.org" });
        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        await officer.Done("/prace/vyjadreni/S-0002", "aside", new() { ["asideWhy"] = "dvakrát" });
        site.Clock.Now += Duration.FromDays(365);
        await Job(site);
        Assert.Equal(["ceka@example.org", "odlozeno@example.org", "vydano@example.org"], await Mails(site));
        site.Clock.Now += Duration.FromDays(1);
        await Job(site);
        Assert.Equal(["ceka@example.org"], await Mails(site));
        await Job(site);
        Assert.Contains("PRKK/2026/0001", await site.Client.GetStringAsync("/vyjadreni.csv"));
    }

    private static async Task<string> Administrator(Site site)
    {
        using var administrator = await site.SignedIn(new Grant(Role.Administrator));
        return (await administrator.Page("/prace/historie?kind=statements.asked")).QuerySelector("main")!.TextContent;
    }

    private static Task<List<string>> Mails(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Contact>().Select(c => c.Mail).OrderBy(m => m).ToListAsync());

    private static Task Job(Site site) => site.Within.In(unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return site.Services.GetRequiredService<Declarations>().Jobs.Single(j => j.Name == "statements.contacts.clear").Work(unit, default);
    });
}
