using CsCheck;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Tests.Public;

/// <summary>Trees as the ledger gives them: positions in the order of the document, the last one below each node.</summary>
internal static class Trees
{
    /// <summary>One node to be: what it is, how deep, and its title. Identity is its number, so that editions can share it.</summary>
    internal sealed record Seed(int Identity, NodeKind Kind, int Depth, string Title);

    public static IReadOnlyList<Node> Grow(params IReadOnlyList<Seed> seeds) =>
        [.. seeds.Select((s, i) => new Node
        {
            Id = Id(s.Identity),
            Kind = s.Kind,
            Code = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Title = new(s.Title),
            Depth = s.Depth,
            Position = i + 1,
            Last = i + 1 + seeds.Skip(i + 1).TakeWhile(n => n.Depth > s.Depth).Count(),
        })];

    public static NodeId Id(int identity) => new(new Guid(identity, 0, 0, new byte[8]));

    public static NeedState Need(Node measure, bool works, params string[] activities) => new(
        new() { Key = Guid.CreateVersion7().ToString(), Measure = measure.Code, Kind = InstrumentKind.Register, Title = new("registr"), Activities = activities },
        measure.Id,
        works ? [new("i", InstrumentKind.Register, new("registr"), NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0))] : []);

    /// <summary>Any tree of up to 30 nodes with distinct identities.</summary>
    public static Gen<IReadOnlyList<Node>> Any { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.Enum<NodeKind>(), Gen.OneOfConst("voda", "lázně", "cesty", "školy")).Array[0, 30]
            .Select(Gen.Int[0, 1000], (all, shift) => Grow([.. all.Select((s, i) => new Seed(i + shift, s.Item2, s.Item1, s.Item3))]));
}
