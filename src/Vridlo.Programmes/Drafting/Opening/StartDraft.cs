using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Documents;
using Vridlo.Programmes.Drafting.Importing;

namespace Vridlo.Programmes.Drafting.Opening;

/// <summary>Puts a content into the rows of a new draft. Who calls has asked whether it may be done.</summary>
internal sealed partial class StartDraft(AppDb db, IProgrammeLedger ledger, IClock clock)
{
    /// <param name="content">what the draft says at first</param>
    /// <param name="known">the identities of its programme and nodes</param>
    /// <param name="from">the edition it begins from, or null</param>
    /// <param name="act">who opens it and why</param>
    /// <param name="stop">ends the work</param>
    /// <param name="import">the upload it comes from, which then names the draft, or null</param>
    /// <param name="doubts">what the reader of the document was not sure of</param>
    public async Task<Result<DraftId>> Run(EditionContent content, Identified known, EditionId? from, Act act, CancellationToken stop, DocumentImport? import = null, IReadOnlyList<Doubt>? doubts = null)
    {
        if (await Refused(content, stop) is { Length: > 0 } refused)
        {
            return refused;
        }

        var draft = Head(content, known, from);
        db.Add(draft);
        db.AddRange(content.Departments.Select((d, i) => new DraftDepartment { DraftId = draft.Id, Key = d.Key, Name = d.Name, Position = i }));
        db.AddRange(DraftContent.Nodes(draft.Id, content.Nodes, known.Nodes));
        db.AddRange(DraftContent.Needs(draft.Id, content.Needs, known.Nodes));
        if (content.Document is { } document)
        {
            db.Add(Document(draft.Id, document));
        }

        db.AddRange((doubts ?? []).Select((d, i) => Doubt(draft.Id, i, d)));
        import?.DraftId = draft.Id;

        return await db.Commit(act, stop) ? draft.Id : Problem.Conflict("programmes.draft.open-already", content.Code, content.Edition);
    }

    private async Task<Problem[]> Refused(EditionContent content, CancellationToken stop) =>
    [
        .. Code().IsMatch(content.Code) ? Array.Empty<Problem>() : [Problem.Invalid("programmes.draft.programme-code", "code", content.Code)],
        .. content.From > content.To ? [Problem.Invalid("programmes.draft.period", "to")] : Array.Empty<Problem>(),
        .. string.IsNullOrWhiteSpace(content.Edition) || await ledger.Edition(content.Code, content.Edition, stop) is not null
            ? [Problem.Invalid("programmes.draft.edition-code", "edition")]
            : Array.Empty<Problem>(),
        .. content.Edition.Length > Draft.LongestKey ? [Problem.Invalid("programmes.draft.too-long", "edition", Draft.LongestKey)] : Array.Empty<Problem>(),
    ];

    private Draft Head(EditionContent content, Identified known, EditionId? from) => new()
    {
        Id = TypedId.New<DraftId>(),
        ProgrammeId = known.Programme,
        Code = content.Code,
        Kind = content.Kind,
        Territory = content.Territory,
        Title = content.Title,
        Short = content.Short,
        PeriodFrom = content.From,
        PeriodTo = content.To,
        BaseId = from,
        BaseCode = content.Follows,
        Edition = content.Edition,
        EditionTitle = content.EditionTitle,
        OwnersSource = content.OwnersSource,
        OpenKey = Draft.Key(content.Code, content.Edition),
        OpenedAt = clock.GetCurrentInstant(),
    };

    private static DraftDocument Document(DraftId draft, SourceDocument document) => new()
    {
        DraftId = draft,
        File = document.File,
        Title = document.Title,
        Sha256 = document.Sha256,
        Source = document.Source,
        Paged = document.Paged,
        Text = string.Join('\f', document.Pages),
    };

    private static DraftDoubt Doubt(DraftId draft, int number, Doubt doubt) => new()
    {
        DraftId = draft,
        Number = number,
        Code = doubt.Code,
        Arguments = [.. doubt.Arguments.Select(a => string.Format(CultureInfo.InvariantCulture, "{0}", a))],
        Page = doubt.Source.Page,
        Line = doubt.Source.Line,
        EndPage = doubt.Source.EndPage,
        EndLine = doubt.Source.EndLine,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Code();
}
