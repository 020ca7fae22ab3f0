using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Gives a node another code and, when wanted, numbers everything below it anew by its place.</summary>
internal sealed class RecodeNode(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Node">the node</param>
    /// <param name="Version">the version that was seen</param>
    /// <param name="Code">the new code, which may be the old one</param>
    /// <param name="Renumber">the stamp of the branch that was seen, to number it anew; null to leave what is below alone</param>
    internal sealed record Command(DraftId Draft, NodeId Node, int Version, string Code, string? Renumber = null);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, node.ParentId))
        {
            return EditDraft.Forbidden;
        }

        if (c.Renumber is { } stamp && stamp != tree.Stamp(c.Node))
        {
            return Problem.Conflict("programmes.draft.branch-changed", node.Code);
        }

        var branch = c.Renumber is null ? [] : tree.Branch(c.Node).ToList();
        if (tree.CodeRefused(c.Code, c.Node) is { } refused && !(refused.Code == "programmes.draft.code-taken" && branch.Exists(n => n.Code == c.Code)))
        {
            return refused;
        }

        node.Code = c.Code;
        var twice = c.Renumber is null ? [] : tree.Renumber(node);
        return twice.Count > 0 ? Problem.Invalid("programmes.draft.code-taken", "code", string.Join(", ", twice)) : ++node.Version;
    }, act, stop);
}
