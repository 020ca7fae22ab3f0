using System.Text.Json;
using Vridlo.Base;

namespace Vridlo.Documents.Tests;

/// <summary>The development programme of the Karlovy Vary Region 2021+.</summary>
public class PrkkTests
{
    private static readonly ReadProgramme Prkk = Samples.Read(Samples.PathTo("Fixtures", "prkk-2021.txt"));

    [Fact]
    public void Holds_what_the_document_holds()
    {
        Assert.Equal(1, Prkk.Count(OutlineKind.Vision));
        Assert.Equal(3, Prkk.Count(OutlineKind.Goal));
        Assert.Equal(15, Prkk.Count(OutlineKind.Area));
        Assert.Equal(77, Prkk.Count(OutlineKind.Measure));
        Assert.Equal(201, Prkk.Count(OutlineKind.Activity));
        Assert.Equal(16, Prkk.Count(OutlineKind.Achievement));
        Assert.Equal(9, Prkk.Count(OutlineKind.Heading));
        Assert.Equal(0, Prkk.Count(OutlineKind.Objective));
    }

    [Fact]
    public void Takes_the_titles_of_areas_from_the_foot_of_their_pages_and_says_which_are_missing()
    {
        var areas = Prkk.Outline.Where(node => node.Kind == OutlineKind.Area).ToList();
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"{n}"), areas.Select(area => area.Code));
        Assert.Equal("Image regionu", areas[0].Title);
        Assert.Equal("Životní prostředí a zemědělství", areas[9].Title);
        Assert.All(areas.Skip(10), area => Assert.Equal("", area.Title));
        Assert.Equal(5, Prkk.Doubts.Count(doubt => doubt.Code == "documents.doubt.title-missing"));
        Assert.Equal(10, Prkk.Doubts.Count(doubt => doubt.Code == "documents.doubt.title-running"));
    }

    [Fact]
    public void Undoes_what_printing_did_to_words_and_headings()
    {
        Assert.Contains("potenciál regionu a zvýšíme", Node("1").Change, StringComparison.Ordinal);
        Assert.Contains("efektivně fungující a dostupné sítě", Node("8").Change, StringComparison.Ordinal);
        Assert.Contains("vědecko-výzkumných poznatků", Node("3").Change, StringComparison.Ordinal);
        Assert.Equal("Prevence vzniku a řešení nepříznivé situace sociálně vyloučených osob a osob ohrožených sociálním vyloučením", Node("8.3").Title);
        Assert.Equal("zvýšení povědomí o místních firmách, regionálních produktech a značkách, zdejších přírodních a kulturních památkách apod.", Node("1.3.3").Title);
        Assert.Empty(Node("10.8").Children);
        Assert.Equal("Environmentální vzdělávání, výchova a osvěta", Node("10.8").Title);
        Assert.Equal(["A", "B", "C"], Prkk.Outline.Where(node => node.Kind == OutlineKind.Goal).Select(goal => goal.Code));
        Assert.Equal("Růst ekonomické konkurenceschopnosti kraje", Node("A").Title);
    }

    [Fact]
    public void Puts_achievements_under_their_headings()
    {
        var headings = Prkk.Outline.Where(node => node.Kind == OutlineKind.Heading).ToList();
        Assert.Equal(
            ["Sociální oblast", "Zdravotnictví", "Doprava", "Hospodářsky prosperující a atraktivní region", "Životní prostředí", "Regionální rozvoj", "Sport", "Cestovní ruch", "Vzdělávání"],
            headings.Select(heading => heading.Title));
        Assert.Equal([1, 2, 2, 3, 1, 3, 1, 2, 1], headings.Select(heading => heading.Children.Count));
        Assert.Equal("U16", headings[^1].Children[0].Code);
    }

    [Fact]
    public void Loses_no_line() => Coverage.Holds(Prkk);

    [Fact]
    public void Writes_one_object_with_counts_tree_and_doubts()
    {
        using var memory = new MemoryStream();
        Prkk.WriteJson(memory, Language.En);
        var json = JsonDocument.Parse(memory.ToArray()).RootElement;
        Assert.Equal((3, 15, 77, 201, 16), (Count("goals"), Count("areas"), Count("measures"), Count("activities"), Count("achievements")));
        var area = json.GetProperty("tree").EnumerateArray().First(node => node.GetProperty("kind").GetString() == "area");
        Assert.Equal(["kind", "code", "title", "change", "source", "children"], area.EnumerateObject().Select(member => member.Name));
        Assert.Equal(47, area.GetProperty("source").GetProperty("line").GetInt32());
        Assert.All(json.GetProperty("doubts").EnumerateArray(), doubt => Assert.DoesNotContain("documents.", doubt.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.Contains("Lázeňství", System.Text.Encoding.UTF8.GetString(memory.ToArray()), StringComparison.Ordinal);

        int Count(string name) => json.GetProperty(name).GetInt32();
    }

    private static OutlineNode Node(string code) => Prkk.All().Single(node => node.Code == code);
}
