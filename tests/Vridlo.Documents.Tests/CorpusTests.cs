using System.Text.Json;
using Vridlo.Base;

namespace Vridlo.Documents.Tests;

/// <summary>Documents of the corpus against the trees that a careful reader sees in them.</summary>
public class CorpusTests
{
    public static TheoryData<string> Documents() =>
        [.. Directory.GetDirectories(Samples.PathTo("Corpus")).Where(folder => Path.GetFileName(folder) != "broken").Select(folder => Path.GetFileName(folder)).Order()];

    public static TheoryData<string> Broken() =>
        [.. Expected("broken").EnumerateArray().Select(file => file.GetProperty("file").GetString()!)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Reads_the_tree(string document)
    {
        var read = Samples.Read(Directory.GetFiles(Samples.PathTo("Corpus", document), "document.*")[0]);
        var tree = Expected(document).GetProperty("tree");
        Assert.Equal(Samples.Outline(tree), Samples.Outline(read.Outline));
        // A code names one node of a programme only; where the document repeats a number, the reader chooses another.
        var codes = read.All().Select(node => node.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        var expected = Samples.Codes(tree).ToList();
        if (expected.Distinct().Count() == expected.Count) Assert.Equal(expected, codes);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Loses_no_line(string document)
    {
        var read = Samples.Read(Directory.GetFiles(Samples.PathTo("Corpus", document), "document.*")[0]);
        Coverage.Holds(read);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Reads_or_refuses_broken_files_in_plain_words(string file)
    {
        var expected = Expected("broken").EnumerateArray().Single(each => each.GetProperty("file").GetString() == file);
        var result = Samples.Try(file, File.ReadAllBytes(Samples.PathTo("Corpus", "broken", file)));
        Assert.Equal(expected.GetProperty("outcome").GetString() == "read", result.Ok);
        foreach (var problem in result.Problems)
            foreach (var language in Enum.GetValues<Language>())
                Assert.Contains(' ', DocumentTexts.Of(problem, language));
    }

    private static JsonElement Expected(string folder) =>
        JsonDocument.Parse(File.ReadAllBytes(Samples.PathTo("Corpus", folder, "expected.json"))).RootElement;
}
