using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Opening;

/// <summary>Opens an empty draft of a new programme.</summary>
internal sealed class BeginDraft(ImportDraft import, IProgrammeLedger ledger)
{
    internal sealed record Command(
        string Code, ProgrammeKind Kind, string Territory, Localized Title, Localized? Short, int? From, int? To, string Edition, Localized EditionTitle);

    public async Task<Result<DraftId>> Run(Command c, Act act, CancellationToken stop) =>
        (await ledger.Editions(c.Code, stop)).Count > 0
            ? Problem.Invalid("programmes.draft.programme-there", "code", c.Code)
            : await import.Run(
                new()
                {
                    Code = c.Code,
                    Kind = c.Kind,
                    Territory = c.Territory.Trim(),
                    Title = c.Title,
                    Short = c.Short,
                    From = c.From,
                    To = c.To,
                    Edition = c.Edition,
                    EditionTitle = c.EditionTitle,
                    Status = EditionStatus.Draft,
                    Nodes = [],
                },
                act,
                stop);
}
