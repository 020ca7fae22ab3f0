using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>
/// Gives a document's new edition what the document does not say and the edition before knew: whose programme it is, who answers for
/// nodes that are still there, and which instruments they need.
/// </summary>
internal sealed class CarryOver(IProgrammeLedger ledger)
{
    public async Task<EditionContent> Run(EditionContent content, Identified known, EditionHead? follows, CancellationToken stop)
    {
        if (follows is null || await ledger.Content(follows.Programme, follows.Code, stop) is not { } earlier)
        {
            return content;
        }

        var was = (await ledger.Nodes(follows.Id, Enum.GetValues<NodeKind>(), stop)).ToDictionary(n => n.Id, n => n.Code);
        var now = known.Nodes.Where(n => was.ContainsKey(n.Value)).ToDictionary(n => was[n.Value], n => n.Key, StringComparer.Ordinal);
        var old = All(earlier.Nodes).ToDictionary(n => n.Code, StringComparer.Ordinal);
        var before = now.ToDictionary(n => n.Value, n => old[n.Key], StringComparer.Ordinal);
        return content with
        {
            Kind = earlier.Kind,
            Territory = earlier.Territory,
            Title = earlier.Title,
            Short = earlier.Short,
            From = earlier.From,
            To = earlier.To,
            OwnersSource = earlier.OwnersSource,
            Departments = earlier.Departments,
            Nodes = [.. content.Nodes.Select(n => With(n, before))],
            Needs = [.. earlier.Needs.Where(n => now.ContainsKey(n.Measure)).Select(n => n with
            {
                Measure = now[n.Measure],
                Activities = [.. n.Activities.Where(now.ContainsKey).Select(a => now[a])],
            })],
        };
    }

    /// <summary>The document says the wording in its own language; translations stay where that wording is the same.</summary>
    private static NodeContent With(NodeContent node, Dictionary<string, NodeContent> before) => node with
    {
        Title = before.TryGetValue(node.Code, out var old) ? Translated(node.Title, old.Title) : node.Title,
        Change = old is null ? node.Change : Translated(node.Change, old.Change),
        Text = old is null ? node.Text : Translated(node.Text, old.Text),
        Department = old?.Department,
        Aliases = old?.Aliases ?? [],
        Children = [.. node.Children.Select(c => With(c, before))],
    };

    private static Base.Localized? Translated(Base.Localized? read, Base.Localized? known) =>
        read is not null && known is not null && read.Cs is not null && read.Cs == known.Cs ? known : read;

    private static IEnumerable<NodeContent> All(IEnumerable<NodeContent> nodes) => nodes.SelectMany(n => All(n.Children).Prepend(n));
}
