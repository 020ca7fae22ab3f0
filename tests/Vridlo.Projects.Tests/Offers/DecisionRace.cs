using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Projects.Offers.Deciding;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Sending;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>Several who decide one offer, or send several at once: of two decisions one is told, and no number comes twice.</summary>
public sealed class DecisionRace
{
    private const int Many = 6;

    [Theory, BothEngines]
    public async Task Of_all_who_decide_one_offer_at_once_one_does_and_the_others_are_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Offer();
        var offer = await site.Stored();
        var done = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(Actor.System);
            if (i % 2 == 0)
            {
                var accepted = await unit.GetRequiredService<AcceptOffer>().Run(new(offer.Id, offer.Version, "", new Dictionary<int, string>()), default);
                return accepted.Ok ? "" : accepted.Problems[0].Code;
            }

            var declined = await unit.GetRequiredService<AnswerOffer>().Decline(offer.Id, offer.Version, "ne", default);
            return declined.Ok ? "" : declined.Problems[0].Code;
        })));
        Assert.Single(done, d => d.Length == 0);
        Assert.All(done.Where(d => d.Length > 0), d => Assert.Contains(d, (string[])["projects.offers.closed", "projects.offers.decided-meanwhile"]));
        Assert.Equal((await site.Stored()).Stage is OfferStage.Accepted ? 1 : 0, await site.Count<Project>());
        Assert.Single(await site.Letters((await site.Stored()).Stage is OfferStage.Accepted ? "accepted" : "declined"));
    }

    [Theory, BothEngines]
    public async Task However_many_confirm_at_once_each_gets_a_number_of_its_own(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var citizen = new Worker(site.Client.BaseAddress!);
        List<string> codes = [];
        for (var i = 0; i < Many; i++)
        {
            var mail = $"starosta{i}@dasnice.example";
            await citizen.Led(await citizen.Write(new() { ["mail"] = mail }) + "/5", "send", []);
            codes.Add((await site.LinkOf("confirm", mail)).Split('/')[^1]);
        }

        var done = await Task.WhenAll(codes.Concat(codes).Select(code => site.Within.In(unit => unit.GetRequiredService<ConfirmOffer>().Run(code, default))));
        Assert.All(done, d => Assert.True(d.Ok, d.Problems.FirstOrDefault()?.Code));
        Assert.Equal(Enumerable.Range(1, Many), await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Offer>().OrderBy(o => o.Number).Select(o => o.Number).ToListAsync()));
    }
}
