using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Showing;

/// <summary>Documents and suppliers on the page of a project, as a citizen looks for them.</summary>
public sealed class ProjectStory
{
    [Theory, BothEngines]
    public async Task The_page_of_a_project_shows_its_newest_documents_and_where_the_rest_is(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = "Jiný projekt", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.2.1" });
        Assert.Null((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=accounting]"));

        var rows = string.Concat(Enumerable.Range(1, 11).Select(i => $"KDF;2212;6121;10;4711;{i}00.00;2026-03-{i:00};99999994;Stavby mostů;etapa {i}\n"));
        await site.Within.Import(Books.Head + "ROZ;2212;6121;10;4711;9000.00;;;;\n" + rows + "POK;2212;5169;10;4711;50.00;2026-04-01;;Jana Nováková;cestovné\nKDF;2212;6121;10;9;7.00;2026-05-01;99999994;Stavby mostů;jiná akce\n");
        var section = (await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=accounting]")!;
        var listed = section.QuerySelectorAll("tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal(10, listed.Count);
        Assert.Contains("1. 4. 2026", listed[0]);
        Assert.Contains("fyzická osoba", listed[0]);
        Assert.Contains("11. 3. 2026", listed[1]);
        Assert.Contains("Stavby mostů", listed[1]);
        Assert.Contains("1 100 Kč", listed[1]);
        Assert.Contains("Účetnictví kraje", listed[1]);
        var text = Plain(section.TextContent);
        Assert.DoesNotContain("Novák", text);
        Assert.Contains("účetnictví ke dni 30. 6. 2026", text);
        Assert.Contains("všech 12 dokladů", text);
        Assert.Contains("6 650 Kč", Plain(section.QuerySelector("dl")!.TextContent));

        var all = new Machine(site, null);
        var link = section.QuerySelector(".v-sec__head a")!.GetAttribute("href")!;
        Assert.Equal(12, (await all.Read("/accounting/documents" + link[link.IndexOf('?', StringComparison.Ordinal)..])).GetProperty("rows").GetArrayLength());
        Assert.Equal(12, (await site.Page(link)).QuerySelectorAll("tbody tr").Length);
        var life = await site.Page(section.QuerySelector("a[href*=akce]")!.GetAttribute("href")!);
        Assert.Contains("9 000 Kč", Plain(life.QuerySelector("section[aria-labelledby=spending] tbody")!.TextContent));
        Assert.Contains("99999994", section.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Null((await site.Page("/projekty/P-0002")).QuerySelector("section[aria-labelledby=accounting]"));
        Assert.Empty((await all.Read("/accounting/documents?project=P-0002")).GetProperty("rows").EnumerateArray());
    }

    /// <summary>What was assigned by hand has no number of an event that the project is known by, so there is no page of it to lead to; what came back is told apart.</summary>
    [Theory, BothEngines]
    public async Task What_came_back_is_told_apart_and_only_known_events_are_linked(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await AccountingStory.Office(strategist);
        await strategist.Done("/prace/ucetnictvi/kraj/uprava", "source", new() { ["recoveredItems"] = "2229" });
        await strategist.Done("/prace/projekty/P-0001/penize", "keys", new() { ["events"] = "5" });
        await site.Within.Import(Books.Head + "KDF;2212;6121;10;77;100.00;2026-03-01;99999994;Stavby mostů;a\n;2212;2229;10;77;30.00;2026-03-02;99999994;Stavby mostů;vratka\n");
        var row = (await strategist.Page("/prace/ucetnictvi/kraj/doklady?event=77")).QuerySelector("tbody a[href*='/doklady/']")!.GetAttribute("href")!;
        await strategist.Done(row, "assign", new() { ["where"] = "project", ["instrument"] = "P-0001", ["what"] = "event", ["why"] = "patří k lávce" });
        var section = (await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=accounting]")!;
        Assert.Equal(["100 Kč", "30 Kč"], section.QuerySelectorAll("dd").Select(d => Plain(d.TextContent).Trim()));
        Assert.Contains("30 Kč", Plain(section.QuerySelectorAll("tbody tr").First().TextContent));
        Assert.Null(section.QuerySelector("a[href*=akce]"));
    }

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
