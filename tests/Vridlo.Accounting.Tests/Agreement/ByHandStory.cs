using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Agreement;

/// <summary>What was entered by hand beside accounting.</summary>
public sealed class ByHandStory
{
    [Theory, BothEngines]
    public async Task Of_many_entries_by_hand_the_page_says_how_many_it_leaves_out_and_where_they_are(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        await site.Within.Import(Books.Head + "KDF;2212;6121;10;4711;100.00;2026-03-12;99999994;Stavby;a\n");
        await Post(site, 50);
        Assert.DoesNotContain(" další", Plain((await strategist.Page("/prace/ucetnictvi/kraj/shoda")).QuerySelector("tbody")!.TextContent));

        await Post(site, 5);
        var body = (await strategist.Page("/prace/ucetnictvi/kraj/shoda")).QuerySelector("tbody")!;
        Assert.Equal(50, body.QuerySelectorAll("a[href$=storno]").Length);
        Assert.Contains("a 5 dalších", Plain(body.TextContent));
        var all = await site.Client.GetStringAsync(body.QuerySelector("a[href*=zapisy]")!.GetAttribute("href")!.Replace("zapisy?", "zapisy.csv?", StringComparison.Ordinal));
        Assert.Contains("# rows: 56", all, StringComparison.Ordinal);
    }

    private static Task<bool> Post(Site site, int count) => site.Within.Ask(async unit =>
    {
        var (db, money) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>());
        var project = await unit.GetRequiredService<IInstruments>().All.Where(i => i.Code == "P-0001").Select(i => i.Id).FirstAsync();
        var fund = await money.Funds.Where(f => f.Code == "kap-18").Select(f => f.Id).FirstAsync();
        await using var begun = await db.Begin(default);
        for (var i = 0; i < count; i++)
        {
            Assert.True((await money.Post(new(project, fund, 2026, SumKind.Paid, Money.Of(10 + i, Currency.Czk), new(2026, 5, 1)), default)).Ok);
        }

        return await db.Commit(new Act(Actor.System, "test", "a test wants it"), default);
    });

    private static string Plain(string text) => text.Replace(Typography.NoBreakSpace, ' ');
}
