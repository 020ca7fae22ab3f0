using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Lists;

/// <summary>The kinds of nodes that have a list of their own under the programme's address.</summary>
internal static class NodeLists
{
    private static readonly Kind[] All =
    [
        new("opatreni", "measures", NodeKind.Measure),
        new("aktivity", "activities", NodeKind.Activity),
        new("povedlo-se", "achievements", NodeKind.Achievement),
    ];

    public static IEnumerable<string> Words => All.Select(k => k.Word);

    public static Kind Named(string word) => All.Single(k => k.Word == word);

    /// <param name="Word">the last word of the Czech address</param>
    /// <param name="Name">English name of the list and its files</param>
    /// <param name="Nodes">the kind of nodes in it</param>
    internal sealed record Kind(string Word, string Name, NodeKind Nodes)
    {
        public IQueryable<NodeListed> Of(IProgrammeLedger ledger, EditionHead edition) => ledger.Nodes(edition.Id).Where(n => n.Kind == Nodes);
    }
}
