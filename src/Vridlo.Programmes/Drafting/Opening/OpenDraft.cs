using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Opening;

/// <summary>Opens a draft from an approved edition: an amendment (změna programu).</summary>
internal sealed class OpenDraft(StartDraft start, IProgrammeLedger ledger, Asker asker)
{
    /// <param name="Programme">code of the programme</param>
    /// <param name="From">code of the edition to begin from; null for the newest</param>
    /// <param name="Edition">code of the edition it is to become</param>
    /// <param name="EditionTitle">its name</param>
    internal sealed record Command(string Programme, string? From, string Edition, Localized EditionTitle);

    public async Task<Result<DraftId>> Run(Command c, Act act, CancellationToken stop)
    {
        var editions = await ledger.Editions(c.Programme, stop);
        if ((c.From is null ? editions.FirstOrDefault() : editions.FirstOrDefault(e => e.Code == c.From)) is not { } begin
            || await ledger.Content(c.Programme, begin.Code, stop) is not { } content)
        {
            return Problem.NotFound("programmes.unknown", c.Programme);
        }

        if (!asker.May(EditDraft.Right, new(begin.ProgrammeId, [])))
        {
            return EditDraft.Forbidden;
        }

        var ids = (await ledger.Nodes(begin.Id, Enum.GetValues<NodeKind>(), stop)).ToDictionary(n => n.Code, n => n.Id, StringComparer.Ordinal);
        return await start.Run(
            content with { Edition = c.Edition, EditionTitle = c.EditionTitle, Follows = begin.Code },
            new(begin.ProgrammeId, ids), begin.Id, act, stop);
    }
}
