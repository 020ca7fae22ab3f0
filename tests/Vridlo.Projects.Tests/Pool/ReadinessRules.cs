using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Tests.Pool;

public sealed class ReadinessRules
{
    [Theory]
    [InlineData(0, "Open Open Open Open")]
    [InlineData(100, "Met Met NotNeeded Met")]
    [InlineData(62, "Met Begun Met Open")]
    [InlineData(50, "NotNeeded NotNeeded NotNeeded Begun")]
    public void A_condition_begun_counts_half_and_one_not_needed_not_at_all(int score, string conditions) =>
        Assert.Equal(score, ReadinessScore.Of([.. conditions.Split(' ').Select(Enum.Parse<Readiness>)]));

    [Fact]
    public void Where_nothing_is_needed_there_is_no_score() => Assert.Null(ReadinessScore.Of(Readiness.NotNeeded, Readiness.NotNeeded));

    [Theory]
    [InlineData("P-0007", 7)]
    [InlineData("P-12345", 12345)]
    [InlineData("p-7", 7)]
    [InlineData("P--7", null)]
    [InlineData("P-", null)]
    [InlineData("P-99999999999", null)]
    [InlineData("X-7", null)]
    public void A_code_is_read_as_its_number(string code, int? number) => Assert.Equal(number, Project.NumberOf(code));
}
