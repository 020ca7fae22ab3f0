namespace Vridlo.Architecture.Tests;

public sealed class RulesTests
{
    public static TheoryData<string> Names => [.. Rules.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_code_keeps(string rule)
    {
        var offences = Rules.All[rule](Code.Own).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(offences.Count == 0, string.Join('\n', offences));
    }

    /// <summary>A rule that finds nothing in code made to break it would find nothing anywhere.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Is_broken_by_what_was_planted(string rule) => Assert.NotEmpty(Rules.All[rule](Code.Planted));

    [Fact]
    public void All_the_code_is_looked_at()
    {
        Assert.True(Code.Own.Assemblies.Count >= 9);
        Assert.Contains(Code.Own.Types, t => t.FullName == "Vridlo.Core.Programme.ProgrammeLedger");
        Assert.Contains(Code.Own.Types, t => t.FullName == "Vridlo.Programmes.Packages.PackageReader");
    }
}
