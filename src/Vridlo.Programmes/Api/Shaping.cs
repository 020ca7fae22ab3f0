using NodaTime;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Api;

/// <summary>Shapes what the ledger knows into answers.</summary>
internal static class Shaping
{
    public static ProgrammeInList Shape(this ProgrammeListed programme) =>
        new(programme.Code, programme.Kind, programme.Territory, programme.Title, $"/api/v1/programmes/{programme.Code}");

    public static EditionAnswer Shape(this EditionHead edition) => new(
        edition.Programme,
        edition.Code,
        edition.EditionTitle,
        edition.InForceFrom.Day(),
        edition.ReplacedOn.Day(),
        edition.Approvals.Shape(),
        edition.EnteredAt.ToDateTimeOffset(),
        edition.DocumentTitle is { } title ? new(title, edition.DocumentSource, edition.DocumentSha256) : null,
        $"/api/v1/programmes/{edition.Programme}/editions/{edition.Code}/tree");

    public static IReadOnlyList<ApprovalAnswer> Shape(this IReadOnlyList<Approval> approvals) =>
        [.. approvals.Select(a => new ApprovalAnswer(a.Body, a.Resolution, a.On.ToDateOnly()))];

    public static NodeReference Refer(this Node node) => new(node.Code, node.Kind, node.Title);

    public static SourceAnswer? Shape(this SourceSpan? span) => span is null ? null : new(span.Page, span.Line, span.EndPage, span.EndLine);

    public static NeedAnswer Shape(this NeedState state) => new(
        state.Need.Key,
        state.Need.Kind,
        state.Need.Title,
        state.Need.Activities,
        state.Works,
        [.. state.MetBy.Select(i => new InstrumentAnswer(i.Code, i.Kind, i.Title, i.Since.ToDateTimeOffset()))]);

    /// <summary>The nodes, which come in the order of the document, as a tree.</summary>
    public static IReadOnlyList<TreeNodeAnswer> Nest(IReadOnlyList<Node> nodes)
    {
        var top = new List<TreeNodeAnswer>();
        var path = new Stack<(Node Node, List<TreeNodeAnswer> Children)>();
        foreach (var node in nodes)
        {
            while (path.TryPeek(out var above) && !above.Node.Holds(node))
            {
                path.Pop();
            }

            var children = new List<TreeNodeAnswer>();
            (path.TryPeek(out var parent) ? parent.Children : top).Add(new(
                node.Code, node.Kind, node.Id.Value, node.Title, node.Change, node.Text, node.Department, node.Source.Shape(), children));
            path.Push((node, children));
        }

        return top;
    }

    private static DateOnly? Day(this LocalDate? date) => date?.ToDateOnly();
}
