using NodaTime;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Packages;

namespace Vridlo.Testing;

/// <summary>The programme that ships, and what tests make of it.</summary>
public static class Package
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "programmes", "prkk-2021");

    public static EditionContent Shipped(string package = "prkk-2021")
    {
        var read = PackageReader.Read(Path.Combine(AppContext.BaseDirectory, "programmes", package));
        return read.Ok ? read.Value : throw new InvalidOperationException(string.Join("; ", read.Problems));
    }

    /// <summary>
    /// A later edition: the first measure of area 8 is reworded, its second has moved to area 1, the last measure of area 15
    /// is dropped and area 2 has a new one.
    /// </summary>
    public static EditionContent Later(string word = "proměněný", EditionStatus status = EditionStatus.Approved)
    {
        var shipped = Shipped();
        var moved = Find(shipped.Nodes, "8.2");
        var next = shipped with
        {
            Edition = "zmena-1",
            EditionTitle = new("Změna č. 1", "Amendment 1", "Änderung 1"),
            Status = status,
            Follows = shipped.Edition,
            InForceFrom = new LocalDate(2026, 6, 1),
            Approvals = [new("assembly", "ZK 1/06/26", new(2026, 5, 20))],
            Nodes = [.. shipped.Nodes.Select(n => n.Code switch
            {
                "1" => n with { Children = [.. n.Children, Recoded(moved, "8.2", "1.99")] },
                "2" => n with { Children = [.. n.Children, new() { Kind = NodeKind.Measure, Code = "2.99", Title = new($"Nové opatření {word}") }] },
                "8" => n with { Children = [.. n.Children.Where(c => c.Code != "8.2").Select(c => c.Code == "8.1" ? c with { Title = new($"{c.Title!.Cs} {word}") } : c)] },
                "15" => n with { Children = [.. n.Children.SkipLast(1)] },
                _ => n,
            })],
        };
        var left = Codes(next.Nodes).ToHashSet();
        return next with { Needs = [.. next.Needs.Where(n => left.Contains(n.Measure) && n.Activities.All(left.Contains))] };
    }

    /// <summary>The programme of a town, small.</summary>
    public static EditionContent Town() => new()
    {
        Code = "ostrov-2026",
        Kind = ProgrammeKind.Municipality,
        Territory = "555428",
        Title = new("Program rozvoje města Ostrova"),
        Edition = "2026",
        EditionTitle = new("Vydání 2026"),
        Status = EditionStatus.Approved,
        InForceFrom = new LocalDate(2026, 1, 1),
        Nodes = [new() { Kind = NodeKind.Area, Code = "A", Title = new("Bydlení"), Children = [new() { Kind = NodeKind.Measure, Code = "A1", Title = new("Opravy domů") }] }],
    };

    public static NodeContent Find(IEnumerable<NodeContent> nodes, string code) => Flat(nodes).Single(n => n.Code == code);

    public static IEnumerable<NodeContent> Flat(IEnumerable<NodeContent> nodes) => nodes.SelectMany(n => Flat(n.Children).Prepend(n));

    private static IEnumerable<string> Codes(IEnumerable<NodeContent> nodes) => Flat(nodes).Select(n => n.Code);

    private static NodeContent Recoded(NodeContent node, string from, string to) => node with
    {
        Code = to + node.Code[from.Length..],
        Was = node.Code,
        Children = [.. node.Children.Select(c => Recoded(c, from, to))],
    };
}
