using System.Globalization;
using CsCheck;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Tests.Programme;

/// <summary>Programmes as they might be: uneven, with titles that repeat and titles that are missing.</summary>
internal static class AnyTree
{
    private static readonly string[] Words = ["Obnova", "cest", "škol", "Rozvoj", "lázeňství", "a", "vody"];

    private static readonly NodeKind[] Kinds = [NodeKind.Area, NodeKind.Measure, NodeKind.Activity];

    private static readonly Gen<string?> Title = Gen.OneOfConst(Words).Array[0, 4].Select(w => w.Length == 0 ? null : string.Join(' ', w));

    public static Gen<IReadOnlyList<NodeContent>> Nodes { get; } = Level(0).Select(n => Coded(n, ""));

    public static IEnumerable<NodeContent> Flat(IEnumerable<NodeContent> nodes) => nodes.SelectMany(n => Flat(n.Children).Prepend(n));

    /// <summary>The same nodes in other places under other codes, each saying what it was.</summary>
    public static IReadOnlyList<NodeContent> Shuffled(IReadOnlyList<NodeContent> nodes, int seed)
    {
        var flat = Flat(nodes).ToArray();
        new Random(seed).Shuffle(flat);
        return [.. flat.Select((n, i) => n with { Code = string.Create(CultureInfo.InvariantCulture, $"n{i}"), Was = n.Code, Children = [] })];
    }

    private static Gen<IReadOnlyList<NodeContent>> Level(int depth) =>
        from nodes in (from title in Title
                       from below in depth < 2 ? Level(depth + 1) : Gen.Const<IReadOnlyList<NodeContent>>([])
                       select new NodeContent { Kind = Kinds[depth], Code = "", Title = title is null ? null : new(title), Children = below }).Array[depth == 0 ? 1 : 0, 4]
        select (IReadOnlyList<NodeContent>)nodes;

    private static IReadOnlyList<NodeContent> Coded(IReadOnlyList<NodeContent> nodes, string above) =>
        [.. nodes.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"{above}{i + 1}") is var code ? n with { Code = code, Children = Coded(n.Children, code + ".") } : n)];
}
