using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Changes what a draft says of the programme and of the edition themselves.</summary>
internal sealed class ChangeHead(EditDraft edit)
{
    internal sealed record Command(
        DraftId Draft, int Version, ProgrammeKind Kind, string Territory, Localized Title, Localized? Short, int? From, int? To, string Edition, Localized EditionTitle);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.Run<int>(c.Draft, tree =>
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

        (head.Kind, head.Territory, head.Title, head.Short) = (c.Kind, c.Territory.Trim(), c.Title, c.Short);
        (head.PeriodFrom, head.PeriodTo, head.Edition, head.EditionTitle) = (c.From, c.To, c.Edition.Trim(), c.EditionTitle);
        head.OpenKey = Draft.Key(head.Code, head.Edition);
        return ++head.HeadVersion;
    }, act, stop);
}
