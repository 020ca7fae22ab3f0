using Vridlo.Projects.Sheets;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>Coordinates in a spreadsheet: those that somebody has swapped are pointed out, those that were said to be meant are left alone.</summary>
public sealed class SheetPlaceStory
{
    private static readonly object?[] Heads = ["Název projektu", "IČO žadatele", "Žadatel", "Zeměpisná šířka", "Zeměpisná délka"];

    [Theory, BothEngines]
    public async Task A_place_far_away_is_pointed_out(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        var page = await SheetStory.Sent(strategist, Book.Of([Heads, ["Lávka", 70891168d, "Karlovarský kraj", 50.2305, 12.8712], ["Most", 70891168d, "Karlovarský kraj", 12.9, 50.2]]));
        var wrong = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=problems] tbody tr"));
        Assert.Contains("prohozené", wrong.TextContent);
        Assert.StartsWith("3", wrong.TextContent.Trim());
    }

    [Theory, BothEngines]
    public async Task One_that_was_said_to_be_meant_comes_back_from_our_spreadsheet_unchanged(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await strategist.Done("/prace/projekty/novy", "project", new()
        {
            ["title"] = "Společné pracoviště v Bruselu", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1", ["latitude"] = "50,84", ["longitude"] = "4,36", ["far"] = "on",
        });
        using var answer = await strategist.Get("/prace/projekty/tabulka");
        var cells = Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        var page = await SheetStory.Sent(strategist, Book.Of(cells));
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=problems] tbody tr"));
        Assert.Contains("1 beze změny", SheetStory.Figures(page));
    }
}
