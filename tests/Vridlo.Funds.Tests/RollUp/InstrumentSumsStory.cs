using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.RollUp;

/// <summary>The ledger by what the money is for and by who carries it out: each sum is the sum of the entries that it opens.</summary>
public sealed class InstrumentSumsStory
{
    private const string TownNumber = "00254657", OldNumber = "70883521";

    private static readonly LocalDate Day = new(2026, 5, 4);

    [Theory, BothEngines]
    public async Task Every_sum_of_a_project_is_that_of_the_entries_it_opens_and_all_sum_to_the_whole(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        foreach (var query in (string[])["", "?year=2026", "?year=2027&payer=state", "?currency=eur", $"?organisation={TownNumber}"])
        {
            var page = await site.Page("/penize/projekty" + query);
            var opened = page.QuerySelectorAll("tbody td a[href^='/penize/zapisy']").ToList();
            Assert.NotEmpty(opened);
            var file = await site.Client.GetStringAsync("/penize/projekty.csv" + query);
            var currency = query.Contains("eur", StringComparison.Ordinal) ? Currency.Eur : Currency.Czk;
            Assert.Equal(
                ((string[])["planned", "committed", "paid"]).Select(c => MoneyText.Write(Money.Of((long)Lines(file, c).Sum(), currency), Language.Cs)),
                page.QuerySelectorAll(".v-stat b").Select(b => b.TextContent.Trim()));
            foreach (var link in opened)
            {
                var entries = await site.Page(link.GetAttribute("href")!);
                Assert.Contains(entries.QuerySelectorAll(".v-stat b").Select(s => s.TextContent.Trim()), s => s == link.TextContent.Trim());
            }
        }

        var rows = await site.Client.GetStringAsync("/penize/projekty.csv");
        Assert.Equal(await Whole(site, SumKind.Planned), Lines(rows, "planned").Sum());
        Assert.Equal(await Whole(site, SumKind.Paid) - await Whole(site, SumKind.Recovered), Lines(rows, "paid").Sum());
        Assert.Equal(["X-0", "X-1", "X-2"], Texts(rows, "code"));
        Assert.Equal(["X-2", "X-1", "X-0"], Texts(await site.Client.GetStringAsync("/penize/projekty.csv?sort=-planned"), "code"));
        Assert.Equal(["X-0"], Texts(await site.Client.GetStringAsync("/penize/projekty.csv?currency=eur"), "code"));
    }

    [Theory, BothEngines]
    public async Task An_organisation_has_the_money_of_all_that_it_carries_out_also_under_a_name_that_was_merged_into_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        Assert.Equal(["X-1"], Codes(await site.Client.GetStringAsync($"/penize/zapisy.csv?organisation={OldNumber}")));
        var page = await site.Page($"/subjekty/{TownNumber}");
        Assert.NotEmpty(page.QuerySelectorAll($"section[aria-labelledby=money] a[href*='organisation={TownNumber}']"));

        await site.Within.In(async unit =>
        {
            var organisations = unit.GetRequiredService<IOrganisations>();
            var (town, old) = (await organisations.By(TownNumber, default), await organisations.By(OldNumber, default));
            Assert.True((await organisations.Merge(old!.Id, town!.Id, default)).Ok);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(new(Actor.System, "test", "a test wants it"), default));
        });
        foreach (var number in (string[])[TownNumber, OldNumber])
        {
            var entries = await site.Client.GetStringAsync($"/penize/zapisy.csv?organisation={number}");
            Assert.Equal(["X-0", "X-1"], Codes(entries));
            Assert.Equal([TownNumber], Texts(entries, "bearerNumber").Distinct());
        }

        Assert.Equal(["X-2"], Codes(await site.Client.GetStringAsync("/penize/zapisy.csv")).Except(["X-0", "X-1"]));
        Assert.Empty(Codes(await site.Client.GetStringAsync("/penize/zapisy.csv?organisation=12345678")));
        Assert.NotEmpty((await site.Page($"/subjekty/{TownNumber}")).QuerySelectorAll("section[aria-labelledby=money]"));
    }

    private static Task Entered(Site site) => site.Within.In(async unit =>
    {
        var (db, money, organisations) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>(), unit.GetRequiredService<IOrganisations>());
        await using var begun = await db.Begin(default);
        var region = (await money.Enter(new("kap-18", new("Kapitola"), Payer.Region, Currency.Czk), default)).Value;
        var state = (await money.Enter(new("sfdi", new("Fond dopravy"), Payer.State, Currency.Czk), default)).Value;
        var euros = (await money.Enter(new("interreg", new("Interreg"), Payer.Eu, Currency.Eur), default)).Value;
        var town = (await organisations.Enter(new("Město Karlovy Vary", TownNumber), default)).Value;
        var old = (await organisations.Enter(new("Správa lázní", OldNumber), default)).Value;
        foreach (var (i, bearer) in new OrganisationId?[] { town, old, null }.Index())
        {
            var id = TypedId.New<InstrumentId>();
            unit.GetRequiredService<IInstruments>().Add(new(id, $"X-{i}", InstrumentKind.Project, new($"Projekt {i}"), "", null, bearer));
            await Post(id, region, 2026, SumKind.Planned, 100 << i, Currency.Czk);
            await Post(id, state, 2027, SumKind.Planned, 1000 << i, Currency.Czk);
            await Post(id, region, 2026, SumKind.Paid, 70 << i, Currency.Czk);
            await Post(id, region, 2026, SumKind.Recovered, 10 << i, Currency.Czk);
            if (i == 0)
            {
                await Post(id, euros, 2026, SumKind.Planned, 55, Currency.Eur);
            }
        }

        Assert.True(await db.Commit(new(Actor.System, "test", "a test wants it"), default));

        async Task Post(InstrumentId id, FundId fund, int year, SumKind kind, long whole, Currency currency) =>
            Assert.True((await money.Post(new(id, fund, year, kind, Money.Of(whole, currency), Day), default)).Ok);
    });

    private static async Task<decimal> Whole(Site site, SumKind kind) =>
        await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Sums.Where(s => s.Currency == Currency.Czk && s.Kind == kind).SumAsync(s => s.Amount)) / (decimal)Money.MinorInOne;

    private static IEnumerable<string> Codes(string csv) => Texts(csv, "instrumentCode").Distinct().Order();

    private static IEnumerable<decimal> Lines(string csv, string column) => Texts(csv, column).Select(t => decimal.Parse(t, CultureInfo.InvariantCulture));

    private static IReadOnlyList<string> Texts(string csv, string column)
    {
        var lines = csv.Split("\r\n").Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')).ToList();
        var at = Array.IndexOf(lines[0], column);
        return [.. lines.Skip(1).Select(l => l[at])];
    }
}
