using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Says which department answers for a node; null leaves it to that of the node above.</summary>
internal sealed class AssignDepartment(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId Node, int Version, string? Department);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, node.ParentId))
        {
            return EditDraft.Forbidden;
        }

        if (Refused(tree, c.Department) is { } refused)
        {
            return refused;
        }

        node.Department = c.Department;
        return ++node.Version;
    }, act, stop);

    public static Problem? Refused(DraftTree tree, string? department) =>
        department is null || tree.Departments.Any(d => d.Key == department) ? null : Problem.Invalid("programmes.draft.department-unknown", "department", department);
}
