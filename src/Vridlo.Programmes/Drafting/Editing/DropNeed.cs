using Vridlo.Base;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Drops an instrument from what a measure needs.</summary>
internal sealed class DropNeed(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, string Key, int Version);

    public Task<Result<string>> Run(Command c, Act act, CancellationToken stop) => edit.Run<string>(c.Draft, tree =>
    {
        if (tree.Need(c.Key) is not { } need || need.Version != c.Version)
        {
            return tree.Need(c.Key) is null ? Problem.Conflict("programmes.draft.need-gone") : Problem.Conflict("programmes.draft.need-changed", c.Key);
        }

        if (!edit.May(tree, need.MeasureId))
        {
            return EditDraft.Forbidden;
        }

        tree.Remove(need);
        return c.Key;
    }, act, stop);
}
