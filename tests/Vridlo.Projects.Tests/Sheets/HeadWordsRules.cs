using Microsoft.Extensions.DependencyInjection;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>Heads as offices write them.</summary>
public sealed class HeadWordsRules
{
    private static readonly (string Head, SheetField Field, int? Year, long Times)[] Heads =
    [
        ("Název projektu", SheetField.Title, null, 1),
        ("Akce", SheetField.Title, null, 1),
        ("PROJECT NAME", SheetField.Title, null, 1),
        ("Žadatel / nositel projektu", SheetField.BearerName, null, 1),
        ("IČO žadatele", SheetField.BearerNumber, null, 1),
        ("Místo realizace", SheetField.Place, null, 1),
        ("Popis projektu", SheetField.Description, null, 1),
        ("Zdůvodnění potřebnosti", SheetField.Need, null, 1),
        ("Vazba na opatření PRKK", SheetField.Links, null, 1),
        ("Termín realizace od", SheetField.Starts, null, 1),
        ("Předpokládané dokončení", SheetField.Ends, null, 1),
        ("Harmonogram", SheetField.Time, null, 1),
        ("Stav přípravy", SheetField.Stage, null, 1),
        ("Projektová dokumentace", SheetField.Documents, null, 1),
        ("Stavební povolení", SheetField.Permits, null, 1),
        ("Náklady v tis. Kč 2026", SheetField.Cost, 2026, 1000),
        ("Rozpočet 2027 (mil. Kč)", SheetField.Cost, 2027, 1_000_000),
        ("Délka cyklostezky v km", SheetField.None, null, 1),
        ("Poznámka", SheetField.None, null, 1),
    ];

    [Fact]
    public async Task Heads_are_recognised()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var words = await site.Within.In(unit => Task.FromResult(unit.GetRequiredService<HeadWords>()));
        Assert.Equal(Heads, Heads.Select(h => words.Read(3, h.Head)).Select(c => (c.Head, c.Field, c.Year, c.Times)));
        Assert.Equal(["A", "Z", "AA", "BC"], ((int[])[0, 25, 26, 54]).Select(i => words.Read(i, "x").Letters));
    }
}
