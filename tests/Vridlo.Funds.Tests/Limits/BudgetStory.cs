using System.Globalization;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.Limits;

/// <summary>What was approved and every amendment of it, for whoever reckons with it elsewhere.</summary>
public sealed class BudgetStory
{
    private const string Funds = "/prace/penize";

    [Theory, BothEngines]
    public async Task Every_entry_of_every_budget_is_a_row_that_can_be_taken_away(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var (code, title) in new[] { ("kap-18", "Regionální rozvoj"), ("kap-10", "Doprava") })
        {
            await strategist.Done(Funds + "/novy", "fund", new() { ["code"] = code, ["title"] = title, ["payer"] = "Region", ["currency"] = "Czk" });
            await strategist.Done($"{Funds}/{code}", "budget", new() { ["year"] = "2026", ["kind"] = "Approved", ["amount"] = "1 000", ["decision"] = "ZK 1/12/25" });
        }

        await strategist.Done(Funds + "/kap-18", "budget", new() { ["year"] = "2026", ["kind"] = "Amendment", ["amount"] = "-250,50", ["decision"] = "ZK 7/05/26" });
        await strategist.Done(Funds + "/kap-18", "budget", new() { ["year"] = "2027", ["kind"] = "Approved", ["amount"] = "2 000" });
        Assert.Equal([-250.5m, 1000, 1000, 2000], (await Sums("/penize/rozpocet.csv")).Order());
        Assert.Equal([-250.5m, 1000], (await Sums("/penize/rozpocet.csv?fund=kap-18&year=2026")).Order());
        Assert.Equal([-250.5m], await Sums("/penize/rozpocet.csv?budget=amendment"));
        Assert.Equal([2000, 1000, 1000, -250.5m], await Sums("/penize/rozpocet.csv?sort=-amount"));
        Assert.Equal(["Doprava", "Regionální rozvoj"], (await site.Page("/penize/rozpocet?sort=fund&year=2026&budget=approved")).QuerySelectorAll("tbody a.v-rowlink").Select(a => a.TextContent));
        var amended = (await new Machine(site, null).Read("/money/budget?budget=amendment")).GetProperty("rows")[0];
        Assert.Equal(("kap-18", -250.5m, "ZK 7/05/26"), (amended.GetProperty("fund").GetString(), amended.GetProperty("sum").GetDecimal(), amended.GetProperty("decision").GetString()));

        async Task<IReadOnlyList<decimal>> Sums(string address)
        {
            var lines = (await site.Client.GetStringAsync(address)).Split("\r\n").Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')).ToList();
            var sum = Array.IndexOf(lines[0], "amount");
            return [.. lines.Skip(1).Select(l => decimal.Parse(l[sum], CultureInfo.InvariantCulture))];
        }
    }
}
