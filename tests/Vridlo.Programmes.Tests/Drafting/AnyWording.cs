using System.Globalization;
using CsCheck;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Merging;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Random wordings and random edits of them, each edit leaving a tree whose codes are unique.</summary>
internal sealed class AnyWording
{
    private readonly Dictionary<string, Dictionary<string, string>> things;
    private readonly Dictionary<string, List<string>> children;

    private AnyWording(Wording from)
    {
        things = from.Things.ToDictionary(t => t.Key, t => new Dictionary<string, string>(t.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        children = from.Children.ToDictionary(c => c.Key, c => c.Value.ToList(), StringComparer.Ordinal);
    }

    /// <summary>A base and two wordings that began from it.</summary>
    public static Gen<(Wording Base, Wording Mine, Wording Theirs)> Three { get; } =
        from size in Gen.Int[1, 12]
        from grow in Gen.Int
        from left in Gen.Int
        from right in Gen.Int
        from howMany in Gen.Int[0, 8]
        let before = Grown(size, grow)
        select (before, Edited(before, left, howMany, "m"), Edited(before, right, howMany, "t"));

    private static Wording Grown(int size, int seed)
    {
        var (wording, random) = (new AnyWording(Wording.Empty), new Random(seed));
        wording.things[Wording.Head] = new(StringComparer.Ordinal) { ["title.cs"] = "Program" };
        for (var i = 0; i < size; i++)
        {
            wording.Add(random, "b" + i);
        }

        return wording.Done();
    }

    private static Wording Edited(Wording from, int seed, int howMany, string side)
    {
        var (wording, random) = (new AnyWording(from), new Random(seed));
        for (var i = 0; i < howMany; i++)
        {
            wording.Edit(random, side + i);
        }

        return wording.Done();
    }

    private void Edit(Random random, string name)
    {
        var nodes = Nodes;
        var node = nodes.Length == 0 ? null : nodes[random.Next(nodes.Length)];
        switch (node is null ? 0 : random.Next(8))
        {
            case 0:
                Add(random, name);
                break;
            case 1:
                things[node!]["title." + (random.Next(2) == 0 ? "cs" : "en")] = $"word {random.Next(3)}";
                break;
            case 2:
                things[node!].Remove("title.en");
                break;
            case 3:
                Move(node!, nodes[random.Next(nodes.Length)], random);
                break;
            case 4:
                Drop(node!);
                break;
            case 5 when !things.Values.Any(t => t.GetValueOrDefault("code") == $"c{name[1..]}"):
                things[node!]["code"] = $"c{name[1..]}";
                break;
            case 6:
                Need(node!, nodes[random.Next(nodes.Length)], random);
                break;
            case 7:
                Shuffle(children[things[node!].GetValueOrDefault("parent", "")], random);
                break;
        }
    }

    private string[] Nodes => [.. things.Keys.Where(Wording.IsNode).Order(StringComparer.Ordinal)];

    private void Add(Random random, string name)
    {
        var (nodes, key) = (Nodes, Wording.Node(new NodeId(new Guid(random.Next(), 0, 0, new byte[8]))));
        if (things.ContainsKey(key))
        {
            return;
        }

        things[key] = new(StringComparer.Ordinal) { ["code"] = Free(name), ["title.cs"] = name, ["kind"] = "Area" };
        Put(key, nodes.Length == 0 || random.Next(4) == 0 ? "" : nodes[random.Next(nodes.Length)], random);
    }

    /// <summary>Codes of both sides meet now and then.</summary>
    private string Free(string name) => Enumerable.Range(0, 100)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"n{name[1..]}{(i == 0 ? "" : "x" + i)}")).First(c => things.Values.All(t => t.GetValueOrDefault("code") != c));

    private void Move(string node, string parent, Random random)
    {
        for (var above = parent; above is { Length: > 0 }; above = things[above].GetValueOrDefault("parent", ""))
        {
            if (above == node)
            {
                return;
            }
        }

        children[things[node].GetValueOrDefault("parent", "")].Remove(node);
        Put(node, parent, random);
    }

    private void Put(string node, string parent, Random random)
    {
        _ = parent.Length == 0 ? things[node].Remove("parent") : (things[node]["parent"] = parent) is null;
        if (!children.TryGetValue(parent, out var siblings))
        {
            children[parent] = siblings = [];
        }

        siblings.Insert(random.Next(siblings.Count + 1), node);
    }

    private void Drop(string node)
    {
        foreach (var child in children.GetValueOrDefault(node, []).ToList())
        {
            Drop(child);
        }

        children[things[node].GetValueOrDefault("parent", "")].Remove(node);
        children.Remove(node);
        things.Remove(node);
        foreach (var (key, need) in things.Where(t => Wording.NeedOf(t.Key) is not null).ToList())
        {
            var served = need.GetValueOrDefault("activities", "").Split(' ').Where(a => a != node && a.Length > 0).ToList();
            _ = served.Count == 0 ? need.Remove("activities") : (need["activities"] = string.Join(' ', served)) is null;
            _ = need["measure"] == node && things.Remove(key);
        }
    }

    private void Need(string measure, string served, Random random)
    {
        var key = Wording.Need($"need-{random.Next(3)}");
        things[key] = new(StringComparer.Ordinal) { ["measure"] = measure, ["title.cs"] = $"word {random.Next(2)}", ["activities"] = served };
    }

    private static void Shuffle(List<string> siblings, Random random)
    {
        var shuffled = siblings.ToArray();
        random.Shuffle(shuffled);
        siblings.Clear();
        siblings.AddRange(shuffled);
    }

    private Wording Done() => new(
        things.ToDictionary(t => t.Key, t => (IReadOnlyDictionary<string, string>)t.Value, StringComparer.Ordinal),
        children.Where(c => c.Value.Count > 0).ToDictionary(c => c.Key, c => (IReadOnlyList<string>)c.Value, StringComparer.Ordinal));
}
