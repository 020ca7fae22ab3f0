using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.Rates;

/// <summary>A rate says beside a sum in euros what it is about in crowns, and of which day it is.</summary>
public sealed class RateStory
{
    [Theory, BothEngines]
    public async Task Newest_rate_that_holds_stands_beside_sums_in_euros(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        await worker.Done("/prace/penize/novy", "fund", new() { ["code"] = "interreg", ["title"] = "Interreg", ["payer"] = "Eu", ["currency"] = "Eur" });
        await worker.Done("/prace/projekty/novy", "project", new() { ["title"] = "Stezka", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1" });
        await worker.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "interreg", ["year-0"] = "2026", ["sum-0"] = "1 000" });
        Assert.DoesNotContain("ČNB", (await site.Page("/penize")).Body!.TextContent, StringComparison.Ordinal);

        var today = site.Clock.Today();
        await Enter(worker, today.PlusDays(-2), "24,335");
        await Enter(worker, today.PlusDays(-1), "24,5");
        await Enter(worker, today.PlusDays(-1), "25,001");
        var text = (await site.Page("/penize")).Body!.TextContent.Replace('\u00a0', ' ');
        Assert.Contains("asi 25 001 Kč v plánu", text, StringComparison.Ordinal);
        Assert.Contains($"ČNB 25,001 Kč za 1 EUR ze dne {DateText.Write(today.PlusDays(-1), Language.Cs).Replace('\u00a0', ' ')}", text, StringComparison.Ordinal);
        var known = await site.Within.In(unit => unit.GetRequiredService<IExchangeRates>().All.ToListAsync());
        Assert.Equal([25_001, 24_335], known.Select(r => r.Thousandths));
    }

    [Theory]
    [InlineData("0", 0, "Kurz je počet korun")]
    [InlineData("24,3355", 0, "Kurz je počet korun")]
    [InlineData("-24", 0, "Kurz je počet korun")]
    [InlineData("20226", 0, "Kurz je počet korun")]
    [InlineData("1e3", 0, "Kurz je počet korun")]
    [InlineData("24,3", 1, "Den kurzu nemůže být")]
    public async Task What_is_no_rate_is_refused(string rate, int later, string told)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        var day = site.Clock.Today().PlusDays(later);
        using var answer = await worker.Send("/prace/penize/kurzy", "rate", new() { ["currency"] = "Eur", ["day"] = DateText.Iso(day), ["rate"] = rate, ["source"] = "ČNB" });
        Assert.Contains(told, (await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<IExchangeRates>().All.CountAsync()));
    }

    [Theory]
    [InlineData(100, 24_335, 2_434)]
    [InlineData(-100, 24_335, -2_434)]
    [InlineData(1, 499, 0)]
    [InlineData(1, 500, 1)]
    [InlineData(-1, 500, -1)]
    public void Crowns_are_rounded_half_away_from_zero(long cents, int thousandths, long minor) =>
        Assert.Equal(new Money(minor, Currency.Czk), new RateListed(Currency.Eur, new(2026, 11, 27), thousandths, "ČNB").InCrowns(new(cents, Currency.Eur)));

    [Fact]
    public void Another_currency_and_sums_beyond_64_bits_are_defects()
    {
        var rate = new RateListed(Currency.Eur, new(2026, 11, 27), 24_335, "ČNB");
        Assert.Throws<InvalidOperationException>(() => rate.InCrowns(new(1, Currency.Czk)));
        Assert.Throws<OverflowException>(() => rate.InCrowns(new(long.MaxValue, Currency.Eur)));
    }

    private static async Task Enter(Worker worker, LocalDate day, string rate) =>
        await worker.Done("/prace/penize/kurzy", "rate", new() { ["currency"] = "Eur", ["day"] = DateText.Iso(day), ["rate"] = rate, ["source"] = "ČNB" });
}
