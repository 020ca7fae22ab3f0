using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Deciding;

/// <summary>Suggestions from the shipped programme: each rests on words that stand in both texts, and nonsense suggests nothing.</summary>
public sealed class SuggestRules
{
    [Theory]
    [InlineData("Lávka pro cyklisty přes Ohři", "Cyklostezka a bezpečná cyklistická doprava.", "12.4")]
    [InlineData("Oprava kolonády a léčebných pramenů", "Rozvoj lázeňství a ochrana přírodních léčivých zdrojů.", "3.4")]
    [InlineData("Nábor zubních lékařů", "Lékaři do nemocnic a ordinací, stipendia pro mediky.", "9.1")]
    public async Task What_a_project_is_about_is_found_with_the_words_that_say_so(string title, string aim, string area)
    {
        var (application, tree) = (Project(title, aim), await Tree());
        var found = SuggestNodes.Of(application.Described, tree);
        Assert.NotEmpty(found);
        Assert.True(found.Take(3).Any(f => f.Node.Code.StartsWith(area, StringComparison.Ordinal)), string.Join("; ", found.Select(f => $"{f.Node.Code} {f.Likeness:0.00} {string.Join(',', f.Words)}")));
        Assert.InRange(found.Count, 1, SuggestNodes.Most);
        Assert.Equal(found.OrderByDescending(f => f.Likeness).Select(f => f.Node.Code), found.Select(f => f.Node.Code));
        Assert.All(found, f => Assert.NotEmpty(f.Words));
        Assert.All(found, f => Assert.All(f.Words, w => Assert.Contains(w.Own, $"{title} {aim}".ToLowerInvariant())));
    }

    [Fact]
    public async Task What_says_nothing_suggests_nothing_but_what_the_applicant_names()
    {
        var found = SuggestNodes.Of(Project("Xyz", "Qwerty asdf.", claimed: "4.2.1, 99.9").Described, await Tree());
        var only = Assert.Single(found);
        Assert.Equal(("4.2.1", true), (only.Node.Code, only.Claimed));
        Assert.Empty(only.Words);
    }

    [Fact]
    public async Task An_application_in_German_is_understood_by_the_German_texts()
    {
        var found = SuggestNodes.Of(Project("Radweg an der Eger", "Sicherer Radverkehr und Radwege.", language: Language.De).Described, await Tree());
        Assert.Contains(found, f => f.Node.Code.StartsWith("12.4", StringComparison.Ordinal) && f.Words.Any(w => w.Theirs.StartsWith("rad", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<Node>> Tree()
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        return await world.In(unit => unit.GetRequiredService<OwnProgramme>().Tree(default));
    }

    private static Application Project(string title, string aim, string claimed = "", Language language = Language.Cs) => new()
    {
        Id = TypedId.New<StatementId>(), Number = 1, Title = title, Sought = "", Applicant = "", CompanyNumber = "", Seat = "", DataBox = "", Description = "", Aim = aim, Outputs = "",
        Cost = 1, Currency = default, FundingProgramme = "", FundingCall = "", Claimed = claimed, ReceivedOn = default, Due = default, Channel = default, Language = language,
        Stage = default, ClosedWhy = "", CorrectsWhy = "", Version = 1,
    };
}
