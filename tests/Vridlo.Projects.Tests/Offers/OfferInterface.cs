using System.Net;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>Offers through the open interface: what an officer may do at pages a program may do, and whom to ask is in no answer.</summary>
public sealed class OfferInterface
{
    [Theory, BothEngines]
    public async Task Offers_are_asked_declined_merged_and_accepted_and_the_contact_is_in_no_answer(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var i in Enumerable.Range(1, 3))
        {
            await site.Offer(new() { ["mail"] = $"jana.novotna{i}@dasnice.example" });
        }

        var machine = await officer.Machine(site, "projects.offers", "projects.write");
        var (list, one) = (await machine.Read("/projects/offers?stage=open"), await machine.Read("/projects/offers/N-0001"));
        Assert.Equal(3, list.GetProperty("rows").GetArrayLength());
        Assert.Equal(("received", 1, 2), (one.GetProperty("stage").GetString(), one.GetProperty("version").GetInt32(), one.GetProperty("duplicates").GetArrayLength()));
        Assert.DoesNotContain("dasnice.example", list.ToString() + one);
        Assert.DoesNotContain("Novotn", list.ToString() + one);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Machine(site, null).Ask(HttpMethod.Get, "/projects/offers")).Status);

        var (made, entered) = await machine.Post("/projects/offers/N-0001/acceptance", new { version = 1 });
        Assert.Equal((HttpStatusCode.Created, "P-0001"), (made, entered.GetProperty("code").GetString()));
        var (again, told) = await machine.Post("/projects/offers/N-0001/acceptance", new { version = 1 });
        Assert.Equal((HttpStatusCode.Conflict, "projects.offers.closed"), (again, told.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/projects/offers/N-0002/merging", new { version = 1, project = "P-0099", why = "týž" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/projects/offers/N-0002/merging", new { version = 1, project = "P-0001", why = " " })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/projects/offers/N-0002/merging", new { version = 1, project = "P-0001", why = "týž", take = new[] { "costs" } })).Status);
        Assert.Equal(2, (await machine.Post("/projects/offers/N-0002/merging", new { version = 1, project = "P-0001", why = "týž", take = new[] { "need", "time" } })).Body.GetProperty("version").GetInt32());
        Assert.Equal(2, (await machine.Post("/projects/offers/N-0003/question", new { version = 1, why = "Kdy?" })).Body.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Post("/projects/offers/N-0003/declining", new { version = 1, why = "ne" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/projects/offers/N-0003/declining", new { version = 2, why = "ne" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Ask(HttpMethod.Delete, "/projects/offers/N-0003/contact")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Delete, "/projects/offers/N-0003/contact")).Status);
        Assert.DoesNotContain("Novotn", (await new Machine(site, null).Read("/projects")).ToString());
    }
}
