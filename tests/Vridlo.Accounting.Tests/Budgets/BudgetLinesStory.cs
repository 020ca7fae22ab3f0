using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Budgets;

/// <summary>The lines of the budgets as they stood last, as a citizen and a program read them.</summary>
public sealed class BudgetLinesStory
{
    private const string Path = "/penize/ucetnictvi/rozpocet";

    [Theory, BothEngines]
    public async Task Lines_stand_in_the_order_of_the_budget_and_only_the_last_state_is_listed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        var (address, amounts) = ((string?)$"{Path}?budget=adjusted&limit=5", new List<string>());
        while (address is not null)
        {
            var page = await site.Page(address);
            amounts.AddRange(page.QuerySelectorAll("main tbody tr").Select(r => Plain(r.LastElementChild!.TextContent).Trim()));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"{i} Kč"), amounts);
        var approved = Assert.Single((await site.Page($"{Path}?budget=approved")).QuerySelectorAll("main tbody tr"));
        var said = Plain(approved.TextContent);
        foreach (var part in (string[])["2026", "Účetnictví kraje", "schválený rozpočet", "30. 6. 2026", "2212 ", "6121 ", "4711", "250 Kč"])
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.Equal("/penize/ucetnictvi/akce?source=kraj&event=4711", approved.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory, BothEngines]
    public async Task They_are_narrowed_as_documents_are_and_are_files_and_open_to_programs(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        foreach (var (query, count) in ((string, int)[])[("", 13), ("?source=kraj&year=2026", 13), ("?year=2025", 0), ("?group=22&class=current", 12), ("?item=61", 1), ("?item=5169", 12), ("?event=none", 12), ("?event=4711", 1), ("?class=income", 0)])
        {
            Assert.Contains($"# rows: {count},", await site.Client.GetStringAsync($"{Path}.csv{query}"), StringComparison.Ordinal);
        }

        var line = Assert.Single((await new Machine(site, null).Read("/accounting/budget-lines?budget=approved")).GetProperty("rows").EnumerateArray());
        Assert.Equal(("kraj", 2026, "approved", "2026-06-30"), (line.GetProperty("source").GetString(), line.GetProperty("year").GetInt32(), line.GetProperty("budget").GetString(), line.GetProperty("asOf").GetString()));
        Assert.Equal((2212, 6121, "4711", 250m), (line.GetProperty("paragraph").GetInt32(), line.GetProperty("item").GetInt32(), line.GetProperty("event").GetString(), line.GetProperty("amount").GetDecimal()));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await new Machine(site, null).Ask(HttpMethod.Get, "/accounting/budget-lines?budget=nic")).Status);
        Assert.Equal("/en/money/accounting/budget?year=2026&class=spending&group=22&budget=approved", (await site.Page("/en/money/accounting")).QuerySelector("td a[href*='/budget?']")!.GetAttribute("href"));
    }

    /// <summary>An adjusted budget of which there is a later state, and an approved one.</summary>
    private static async Task Entered(Site site)
    {
        await site.Within.Office();
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;99.00;;;;\n", asOf: new(2026, 3, 31));
        await site.Within.Import(Books.Head + string.Concat(Enumerable.Range(1, 12).Select(i => $"ROZ;{2200 + i};5169;10;;{i}.00;;;;\n")));
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;250.00;;;;\n", ImportMode.Append, stage: BudgetStage.Approved);
    }

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
