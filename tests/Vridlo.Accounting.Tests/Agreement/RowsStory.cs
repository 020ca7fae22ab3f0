using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Agreement;

/// <summary>Every reason of the page of agreement opens the rows that it counts, and no others.</summary>
public sealed class RowsStory
{
    private const string Rows =
        "KDF;2212;6121;10;4711;100.00;2026-03-12;99999994;Stavby;a\nKDF;2212;6121;10;4711;200.00;2026-03-12;99999994;Stavby;b\nKDF;2212;5169;10;;7.00;2026-03-12;99999994;Stavby;c\n"
        + "KDF;2212;5169;10;;8.00;2026-03-12;99999994;Stavby;d\nKDF;3639;5169;20;126;9.00;2026-03-12;99999994;Stavby;e\nPOK;6172;5169;20;;5.00;2026-03-12;;;f\nPOK;6172;5169;20;126;6.00;2026-03-12;;;g\n";

    [Theory, BothEngines]
    public async Task A_count_and_the_rows_behind_its_link_are_the_same(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        await strategist.Done("/prace/ucetnictvi/kraj/uprava", "source", new() { ["defaultFund"] = "" });
        await site.Within.Import(Books.Head + "KDF;2212;5169;10;;70.00;2025-03-12;99999994;Stavby;z\n", year: 2025, asOf: new(2025, 12, 31));
        await site.Within.Import(Books.Head + Rows);
        await Assign(site, "c", "P-0001");
        await Assign(site, "f", null);
        await Assign(site, "g", null);

        var page = await strategist.Page("/prace/ucetnictvi/kraj/shoda?year=2026");
        var reasons = page.QuerySelectorAll<IHtmlAnchorElement>("main a[href*='/doklady?']").Select(a => (Link: a.GetAttribute("href")!, Said: Counted(a.ParentElement!.TextContent))).ToList();
        Assert.Equal([1, 2, 1, 1, 2], reasons.Select(r => r.Said));
        foreach (var (link, said) in reasons)
        {
            var rows = (await strategist.Page(link)).QuerySelectorAll("main tbody tr").Length;
            Assert.True(rows == said, $"{link} opens {rows} rows, not {said}");
        }

        var machine = await strategist.Machine(site, AccountingRights.Manage);
        foreach (var (place, count) in ((string, int)[])[("project=none&event=none", 2), ("project=P-0001&event=none", 1), ("project=none", 4), ("event=none", 3)])
        {
            Assert.Equal(count, (await machine.Read($"/accounting/sources/kraj/rows?year=2026&{place}")).GetProperty("rows").GetArrayLength());
        }
    }

    /// <summary>Assigns the row that is for this to a project, or to none.</summary>
    private static Task<bool> Assign(Site site, string what, string? project) => site.Within.Ask(async unit =>
    {
        var row = await unit.GetRequiredService<AppDb>().Set<DocumentRow>().AsNoTracking().SingleAsync(r => r.Description == what);
        Assert.True((await unit.GetRequiredService<AssignRows>().Assign(Books.Kraj, new(row.Id, "", project ?? "", project is null, "patří sem"), default)).Ok);
        return true;
    });

    /// <summary>The number of rows that stands last in brackets.</summary>
    private static int Counted(string text) => int.Parse(string.Concat(text[(text.LastIndexOf('(') + 1)..].TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
