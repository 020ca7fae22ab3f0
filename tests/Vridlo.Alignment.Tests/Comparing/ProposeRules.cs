using CsCheck;
using Vridlo.Alignment.Comparing;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Alignment.Tests.Comparing;

public sealed class ProposeRules
{
    [Fact]
    public void What_shares_rare_words_is_proposed_and_says_which()
    {
        var town = Small("town", ("1", "Úspory energie ve školách"), ("2", "Nové cyklostezky v kraji"), ("3", "Podpora divadla v kraji"));
        var goals = Small("goals", ("A", "Energie a její úspory"), ("B", "Bezpečné cyklostezky"), ("C", "Zdravé lesy v kraji"));
        var found = ProposeAlignment.Of(town, goals);
        var energy = Assert.Single(found, p => p.From.Code == "1");
        Assert.Equal("A", energy.To.Code);
        Assert.Equal(["energie", "úspory"], energy.Words[Language.Cs].Order());
        Assert.Equal("B", Assert.Single(found, p => p.From.Code == "2").To.Code);
        Assert.DoesNotContain(found, p => p.From.Code == "3");
    }

    [Fact]
    public void A_word_that_everything_has_proposes_nothing()
    {
        var town = Small("town", ("1", "Rozvoj kraje"), ("2", "Rozvoj kraje a divadla"));
        var goals = Small("goals", ("A", "Rozvoj kraje"), ("B", "Rozvoj kraje a lesů"));
        Assert.Empty(ProposeAlignment.Of(town, goals));
    }

    /// <summary>What is proposed in one direction with some likeness has the same likeness in the other, and never more than one.</summary>
    [Fact]
    public void Likeness_is_the_same_from_both_sides() => Gen.String[Gen.Char["aeklmnoprst "], 3, 40].Array[2, 6].SampleAsync(texts =>
    {
        var left = Small("left", [.. texts.Select((t, i) => ($"L{i}", "x" + t))]);
        var right = Small("right", [.. texts.Reverse().Select((t, i) => ($"R{i}", t + "y"))]);
        var there = ProposeAlignment.Of(left, right).ToDictionary(p => (p.From.Code, p.To.Code), p => p.Likeness);
        foreach (var back in ProposeAlignment.Of(right, left))
        {
            Assert.InRange(back.Likeness, 0, 1 + 1e-9);
            if (there.TryGetValue((back.To.Code, back.From.Code), out var same))
            {
                Assert.Equal(same, back.Likeness, 9);
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    public void The_shipped_measures_meet_goals_that_an_official_would_name()
    {
        var region = Of(Package.Shipped());
        var goals = Of(Package.Shipped("un-sdg"));
        var found = ProposeAlignment.Of(region, goals);
        Assert.True(found.Count > 60, $"only {found.Count} proposals");
        Assert.Equal(169, goals.Leaves.Count);
        Assert.Equal(17, goals.Groups.Count);
        var reached = found.Select(p => (From: region.Group(p.From).Code, To: goals.Group(p.To).Code)).ToHashSet();
        foreach (var expected in ((string, string)[])[("11", "7"), ("12", "11"), ("9", "3"), ("6", "4")])
        {
            Assert.True(reached.Contains(expected), $"{expected} is not among {string.Join(' ', reached.Order())}");
        }
    }

    internal static Side Small(string code, params (string Code, string Title)[] nodes) => new(
        Head(code), [.. nodes.Select((n, i) => new Node
        {
            Id = TypedId.New<NodeId>(), Kind = NodeKind.Goal, Code = n.Code, Title = new(n.Title), Position = i + 1, Last = i + 1, Depth = 0,
        })]);

    private static Side Of(EditionContent content)
    {
        var nodes = new List<Node>();
        void Enter(NodeContent node, int depth)
        {
            var at = nodes.Count;
            nodes.Add(null!);
            foreach (var child in node.Children)
            {
                Enter(child, depth + 1);
            }

            nodes[at] = new()
            {
                Id = TypedId.New<NodeId>(), Kind = node.Kind, Code = node.Code, Title = node.Title, Change = node.Change, Text = node.Text,
                Position = at + 1, Last = nodes.Count, Depth = depth,
            };
        }

        foreach (var top in content.Nodes)
        {
            Enter(top, 0);
        }

        return new(Head(content.Code), nodes);
    }

    private static EditionHead Head(string code) => new()
    {
        Id = TypedId.New<EditionId>(), ProgrammeId = TypedId.New<ProgrammeId>(), Programme = code, Kind = ProgrammeKind.Other, Territory = "", Title = new(code),
        Code = "1", EditionTitle = new("1"), Status = EditionStatus.Approved, Approvals = [], EnteredAt = default, Departments = [],
    };
}
