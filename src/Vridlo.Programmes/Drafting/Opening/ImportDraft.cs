using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Documents;
using Vridlo.Programmes.Drafting.Importing;

namespace Vridlo.Programmes.Drafting.Opening;

/// <summary>Opens a draft from what was read in a document or package; of a programme that is there already, from its newest edition.</summary>
internal sealed class ImportDraft(StartDraft start, CarryOver carry, IProgrammeLedger ledger, Asker asker)
{
    public async Task<Result<DraftId>> Run(EditionContent content, Act act, CancellationToken stop, DocumentImport? import = null, IReadOnlyList<Doubt>? doubts = null)
    {
        var newest = (await ledger.Editions(content.Code, stop)).FirstOrDefault()?.Code;
        content = content with { Follows = content.Follows ?? newest };
        var known = await ledger.Identify(content, stop);
        if (!asker.May(EditDraft.Right, new(known.Programme, [])))
        {
            return EditDraft.Forbidden;
        }

        var follows = content.Follows is { } code ? await ledger.Edition(content.Code, code, stop) : null;
        return content.Follows is not null && follows is null
            ? Problem.Invalid("programme.edition.follows-unknown", "follows", content.Follows)
            : await start.Run(import is null ? content : await carry.Run(content, known, follows, stop), known, follows?.Id, act, stop, import, doubts);
    }
}
