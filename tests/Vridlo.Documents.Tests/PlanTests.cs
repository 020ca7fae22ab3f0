namespace Vridlo.Documents.Tests;

/// <summary>Short programmes, each for one or two habits of layout, against outlines that name every node with its code.</summary>
public class PlanTests
{
    public static TheoryData<string> Plans() =>
        [.. Directory.GetFiles(Samples.PathTo("Fixtures", "plans")).Where(file => Path.GetExtension(file) != ".outline").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Reads_the_tree_with_its_codes(string plan)
    {
        var read = Samples.Read(Samples.PathTo("Fixtures", "plans", plan));
        var outline = File.ReadAllText(Samples.PathTo("Fixtures", "plans", Path.ChangeExtension(plan, ".outline"))).ReplaceLineEndings("\n");
        Assert.Equal(outline, Outline(read.Outline, 0));
        Coverage.Holds(read);
    }

    private static string Outline(IEnumerable<OutlineNode> nodes, int depth) => string.Concat(nodes.Select(node =>
        $"{new string(' ', depth * 2)}{node.Kind} {node.Code} {node.Title}\n{(node.Change is null ? "" : $"{new string(' ', depth * 2 + 2)}= {node.Change}\n")}{Outline(node.Children, depth + 1)}"));
}
