using Vridlo.Base;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Adds a department that can answer for nodes, or gives one another name.</summary>
internal sealed class AddDepartment(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, string Key, Localized Name);

    public Task<Result<string>> Run(Command c, Act act, CancellationToken stop) => edit.Run<string>(c.Draft, tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        if (string.IsNullOrWhiteSpace(c.Key))
        {
            return Problem.Invalid("programmes.draft.key-missing", "key");
        }

        if (c.Key.Length > Draft.LongestKey)
        {
            return Problem.Invalid("programmes.draft.too-long", "key", Draft.LongestKey);
        }

        if (tree.Departments.FirstOrDefault(d => d.Key == c.Key) is { } known)
        {
            known.Name = c.Name;
        }
        else
        {
            tree.Add(new DraftDepartment { DraftId = c.Draft, Key = c.Key, Name = c.Name, Position = tree.Departments.Select(d => d.Position).DefaultIfEmpty(-1).Max() + 1 });
        }

        return c.Key;
    }, act, stop);
}
