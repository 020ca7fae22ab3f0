using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Showing;

/// <summary>Every figure of accounting opens the documents, or the lines of the budget, that it is made of, and no others.</summary>
public sealed class LinksStory
{
    private const string Year =
        "KDF;2212;6121;10;4711;1000.00;2026-03-12;99999994;Stavby mostů;a\nKDF;2212;5171;10;;200.50;2026-03-13;99999994;Stavby mostů;b\nKOF;2212;2111;10;4711;70.00;2026-03-14;99999994;Stavby mostů;c\n"
        + "KDF;3639;5169;20;126;31.00;2026-03-20;70891168;Karlovarský kraj;d\n;;4216;10;4711;500.00;2026-05-04;;;\n;;4222;10;;90.00;2026-05-05;;;\n;;1111;10;;7.00;2026-05-06;;;\n;;8115;;;40.00;;;;\n;;8124;;;3.00;;;;\n;;7100;;;2.00;;;;\n";

    [Theory, BothEngines]
    public async Task A_figure_and_the_rows_behind_its_link_are_the_same_sum(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        foreach (var address in (string[])["/penize/ucetnictvi?year=2026&source=kraj", "/penize/ucetnictvi?year=2026", "/penize/ucetnictvi?year=2025", "/penize/ucetnictvi/akce?source=kraj&event=4711"])
        {
            var page = await site.Page(address);
            var figures = page.QuerySelectorAll<IHtmlAnchorElement>("main td.v-num a[href*=doklady], main td.v-num a[href*='/rozpocet?']").Select(a => (Link: a.GetAttribute("href")!, Said: a.TextContent)).ToList();
            Assert.NotEmpty(figures);
            foreach (var (link, said) in figures)
            {
                Assert.True(Figure(said) == await Sum(site, link), $"{address}: {link} does not sum to {said}");
            }
        }

        var income = (await site.Page("/penize/ucetnictvi?year=2026&source=kraj")).QuerySelectorAll("section[aria-labelledby=income] tbody tr");
        Assert.Equal([7m, 70m, 590m], income.Select(r => Figure(r.QuerySelector("a[href*=doklady]")!.TextContent)));
        var budgeted = (await site.Page("/penize/ucetnictvi?year=2026&source=kraj")).QuerySelectorAll("main td.v-num a[href*='/rozpocet?']");
        Assert.Equal([250m, 300m, 31m, 80m, 9m], budgeted.Select(a => Figure(a.TextContent)));
    }

    [Theory, BothEngines]
    public async Task A_supplier_keeps_year_and_source_and_is_asked_for_spending_only(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        foreach (var (query, expected) in ((string, decimal)[])[("?year=2026&source=kraj", 1200.5m), ("?year=2026", 1205.5m), ("?year=2025", 8m)])
        {
            var section = (await site.Page("/penize/ucetnictvi" + query)).QuerySelector("section[aria-labelledby=suppliers]")!;
            var row = section.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Stavby mostů", StringComparison.Ordinal));
            Assert.Equal(expected, Figure(row.QuerySelectorAll("td").Last().TextContent));
            Assert.Equal(expected, await Sum(site, row.QuerySelector("a")!.GetAttribute("href")!));

            // The list of all suppliers is of the same year and source, and so are its links.
            var listed = (await site.Page(section.QuerySelector(".v-gap a")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("99999994", StringComparison.Ordinal));
            Assert.Equal(expected, Figure(listed.QuerySelector("td:last-child")!.TextContent));
            Assert.Equal(expected, await Sum(site, listed.QuerySelector("a[href*=doklady]")!.GetAttribute("href")!));
        }

        var paid = (await site.Page("/subjekty/70891168")).QuerySelector("section[aria-labelledby=paid] tbody a")!;
        Assert.Equal((31m, 31m), (Figure(paid.TextContent), await Sum(site, paid.GetAttribute("href")!)));
    }

    [Theory, BothEngines]
    public async Task The_tables_are_files_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Entered(site);
        var page = await site.Page("/penize/ucetnictvi?year=2026&source=kraj");
        var files = page.QuerySelectorAll("main .v-src a[download]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(6, files.Count);
        var sums = await site.Client.GetStringAsync(files.Single(f => f.Contains("skutecnost.csv", StringComparison.Ordinal)));
        var spent = sums.Split("\r\n").Single(l => l.StartsWith("spending,2026,22,", StringComparison.Ordinal)).Split(',')[^4..];
        Assert.Equal([250m, 300m, 1200.5m, 2m], spent.Select(f => decimal.Parse(f, CultureInfo.InvariantCulture)));
        Assert.Contains("income,2026,42,", sums, StringComparison.Ordinal);
        Assert.DoesNotContain(",2025,", sums, StringComparison.Ordinal);
        Assert.Contains("2026-06-30,", await site.Client.GetStringAsync(files.Single(f => f.Contains("rozpocty.csv", StringComparison.Ordinal))), StringComparison.Ordinal);
        foreach (var file in files.Concat((await site.Page("/penize/ucetnictvi/akce?source=kraj&event=4711")).QuerySelectorAll("main .v-src a[download]").Select(a => a.GetAttribute("href")!)))
        {
            Assert.NotEmpty(await site.Client.GetByteArrayAsync(file));
        }

        Assert.Contains("spending,2026,,,", await site.Client.GetStringAsync("/penize/ucetnictvi/akce.csv?source=kraj&event=4711"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Get("/penize/ucetnictvi/akce.csv?source=kraj&event=9")).StatusCode);
    }

    /// <summary>Two sources, and two years of one of them.</summary>
    private static async Task Entered(Site site)
    {
        await site.Within.Office();
        Assert.True((await site.Within.Ask(unit => unit.GetRequiredService<SaveSource>().Add(Books.Typed() with { Code = "obec", Name = "Účetnictví obce" }, default))).Ok);
        await site.Within.Import(Books.Head + "KDF;2212;6121;10;4711;8.00;2025-03-12;99999994;Stavby mostů;z\n;;4216;10;;6.00;2025-03-12;;;\n", year: 2025, asOf: new(2025, 12, 31));
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;111.00;;;;\n", asOf: new(2026, 3, 31));
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;300.00;;;;\nROZ;3639;5169;20;;31.00;;;;\n" + Year);
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;250.00;;;;\nROZ;;4216;10;4711;80.00;;;;\nROZ;;8115;;;9.00;;;;\n", ImportMode.Append, stage: BudgetStage.Approved);
        await site.Within.Import(Books.Head + "KDF;2212;6121;10;4711;5.00;2026-03-12;99999994;Stavby mostů;y\n", source: "obec");
    }

    private static async Task<decimal> Sum(Site site, string link)
    {
        var list = link.Contains("/rozpocet?", StringComparison.Ordinal) ? "budget-lines" : "documents";
        var rows = (await new Machine(site, null).Read($"/accounting/{list}" + link[link.IndexOf('?', StringComparison.Ordinal)..] + "&limit=500")).GetProperty("rows");
        return rows.EnumerateArray().Sum(r => r.GetProperty("amount").GetDecimal());
    }

    private static decimal Figure(string said) =>
        decimal.Parse(string.Concat(said.Where(c => char.IsAsciiDigit(c) || c is ',' or '-' or '−')).Replace('−', '-').Replace(',', '.'), CultureInfo.InvariantCulture);
}
