using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.Limits;

/// <summary>A fund that was entered by mistake goes again, as long as nothing is said of it; and funds are the whole office's.</summary>
public sealed class MistakeStory
{
    private const string Funds = "/prace/penize";

    private static readonly Dictionary<string, string> Mistaken = new() { ["code"] = "sfdi", ["title"] = "Fond dopravy", ["payer"] = "Region", ["currency"] = "Czk" };

    [Theory, BothEngines]
    public async Task A_fund_entered_by_mistake_is_taken_back_until_something_is_said_of_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.TurnBack(await strategist.Done(Funds + "/novy", "fund", Mistaken));
        Assert.Empty(await Codes(site));

        var page = await strategist.Done(Funds + "/novy", "fund", Mistaken);
        await strategist.Done(Funds + "/sfdi", "budget", new() { ["year"] = "2026", ["kind"] = "Approved", ["amount"] = "1 000" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => strategist.TurnBack(page));
        Assert.Contains("rozpočet nebo zápisy", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["sfdi"], await Codes(site));
    }

    [Theory, BothEngines]
    public async Task Whoever_holds_the_role_at_some_place_only_keeps_no_funds(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var programme = await site.Within.In(async unit => (await unit.GetRequiredService<OwnProgramme>().Edition(default))!.ProgrammeId);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist, programme));
        foreach (var address in (string[])[Funds, Funds + "/novy", "/prace/lide", "/prace/ucetnictvi", "/prace/projekty/tabulka"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await strategist.Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await strategist.Get("/prace/projekty")).StatusCode);
    }

    private static Task<List<string>> Codes(Site site) => site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Funds.Select(f => f.Code).ToListAsync());
}
