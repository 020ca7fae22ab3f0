using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Says that somebody has looked at what the import was not sure of, or that it must be looked at again.</summary>
internal sealed class SettleDoubt(EditDraft edit, AppDb db)
{
    internal sealed record Command(DraftId Draft, int Number, bool Settled);

    public Task<Result<bool>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<bool>(c.Draft, DraftStatus.Editing, async tree =>
    {
        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        if (await db.Set<DraftDoubt>().FirstOrDefaultAsync(d => d.DraftId == c.Draft && d.Number == c.Number, stop) is not { } doubt)
        {
            return Problem.NotFound("programmes.draft.doubt-unknown");
        }

        doubt.Settled = c.Settled;
        return c.Settled;
    }, act, stop);
}
