using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Changes what a draft says of the programme and of the edition themselves.</summary>
internal sealed class ChangeHead(EditDraft edit, AppDb db, IProgrammeLedger ledger)
{
    internal sealed record Command(
        DraftId Draft, int Version, ProgrammeKind Kind, string Territory, Localized Title, Localized? Short, int? From, int? To, string Edition, Localized EditionTitle);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<int>(c.Draft, DraftStatus.Editing, async tree =>
    {
        var head = tree.Head;
        if (head.HeadVersion != c.Version)
        {
            return Problem.Conflict("programmes.draft.head-changed");
        }

        if (!edit.May(tree, null))
        {
            return EditDraft.Forbidden;
        }

        Problem[] refused =
        [
            .. c.From > c.To ? [Problem.Invalid("programmes.draft.period", "to")] : Array.Empty<Problem>(),
            .. string.IsNullOrWhiteSpace(c.Edition) || c.Edition == head.BaseCode ? [Problem.Invalid("programmes.draft.edition-code", "edition")] : Array.Empty<Problem>(),
            .. c.Edition.Trim().Length > Draft.LongestKey ? [Problem.Invalid("programmes.draft.too-long", "edition", Draft.LongestKey)] : Array.Empty<Problem>(),
        ];
        if (refused.Length > 0)
        {
            return refused;
        }

        // Told here, where it can still be changed, and not when the assembly has approved it.
        var (edition, key) = (c.Edition.Trim(), Draft.Key(head.Code, c.Edition.Trim()));
        if ((await ledger.Editions(head.Code, stop)).Any(e => e.Code == edition) || await db.Set<Draft>().AnyAsync(d => d.OpenKey == key && d.Id != head.Id, stop))
        {
            return Problem.Invalid("programmes.draft.edition-taken", "edition", edition);
        }

        (head.Kind, head.Territory, head.Title, head.Short) = (c.Kind, c.Territory.Trim(), c.Title, c.Short);
        (head.PeriodFrom, head.PeriodTo, head.Edition, head.EditionTitle, head.OpenKey) = (c.From, c.To, edition, c.EditionTitle, key);
        return ++head.HeadVersion;
    }, act, stop);
}
