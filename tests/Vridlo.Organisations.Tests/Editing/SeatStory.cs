using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Organisations;
using Vridlo.Testing;

namespace Vridlo.Organisations.Tests.Editing;

/// <summary>The seat of an organisation is told by the name of its municipality, near or far, or by its code; of two in one district by the code alone.</summary>
public sealed class SeatStory
{
    private const string Path = "/prace/subjekty/00259438";

    [Theory, BothEngines]
    public async Task A_seat_is_chosen_by_name_and_of_one_name_by_its_district(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var offered = (await strategist.Page("/prace/subjekty/novy")).QuerySelectorAll("#municipalities option").Select(o => Plain(o.GetAttribute("value")!)).ToList();
        Assert.Superset(new HashSet<string> { "Kraslice", "Chodov, okres Sokolov", "Chodov, okres Karlovy Vary" }, offered.ToHashSet());
        Assert.Equal(134, offered.Count);

        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Město Kraslice", ["number"] = "00259438", ["place"] = " KRASLICE " });
        Assert.Equal("560472", (await One(site)).Place);
        foreach (var (typed, code, said) in ((string, string?, string)[])
        [
            ("Chodov, okres Sokolov", "560383", "Chodov, okres Sokolov"), ("chodov, karlovy vary", "578011", "Chodov, okres Karlovy Vary"), ("560332", "560332", "Dasnice"),
            ("Praha", "554782", "Praha"), ("Březina, okres Jičín", "549070", "Březina, okres Jičín"), ("581429", "581429", "581429"), ("", null, ""),
        ])
        {
            await strategist.Done(Path, "organisation", new() { ["place"] = typed });
            Assert.Equal(code, (await One(site)).Place);
            Assert.Equal(said, Plain((await strategist.Page(Path)).QuerySelector<IHtmlInputElement>("#f-place")!.Value));
            await strategist.Done(Path, "organisation", new() { ["web"] = "https://example.org" });
            Assert.Equal(code, (await One(site)).Place);
        }

        foreach (var wrong in (string[])["Chodov", "Nikde", "Adamov", "999999"])
        {
            using var answer = await strategist.Send(Path, "organisation", new() { ["place"] = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await Worker.Read(answer);
            Assert.Contains("Vyberte obec", page.GetElementById("f-place-error")!.TextContent);
            Assert.Equal(wrong, page.QuerySelector<IHtmlInputElement>("#f-place")!.Value);
        }
    }

    [Theory, BothEngines]
    public async Task Programs_say_it_by_name_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var machine = await strategist.Machine(site, "organisations.edit");
        Assert.Equal(HttpStatusCode.Created, (await machine.Post("/organisations", new { name = "Město Chodov", number = "00259438", place = "Chodov, okres Sokolov" })).Status);
        Assert.Equal("560383", (await One(site)).Place);
        var (status, wrong) = await machine.Put("/organisations/00259438", new { name = "Město Chodov", number = "00259438", place = "Chodov", version = 1 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "place"), (status, wrong.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await machine.Put("/organisations/00259438", new { name = "Město Chodov", number = "00259438", place = "578011", version = 1 })).Status);
        Assert.Equal("578011", (await One(site)).Place);
    }

    private static Task<OrganisationListed> One(Site site) => site.Within.In(unit => unit.GetRequiredService<IOrganisations>().All.SingleAsync());

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
