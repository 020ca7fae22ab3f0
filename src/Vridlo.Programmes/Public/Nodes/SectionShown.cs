using Vridlo.Core;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public.Nodes;

/// <summary>A section of another module on the page of a node, with the parameters of its component.</summary>
public sealed record SectionShown(NodeSection Section, IDictionary<string, object> Parameters)
{
    /// <summary>The sections that the page of this node has, read one after the other.</summary>
    internal static async Task<IReadOnlyList<SectionShown>> Read(Declarations declared, IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        var sections = new List<SectionShown>();
        foreach (var section in declared.NodeSections)
        {
            if (await section.Read(services, edition, node, stop) is { } parameters)
            {
                sections.Add(new(section, parameters.ToDictionary(p => p.Key, p => p.Value!)));
            }
        }

        return sections;
    }
}
