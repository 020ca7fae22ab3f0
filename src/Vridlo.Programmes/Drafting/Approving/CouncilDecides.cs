using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Notes the resolution of the council (rada): it recommends the draft to the assembly or returns it for rework.</summary>
internal sealed class CouncilDecides(ApproveDraft approve)
{
    internal sealed record Command(DraftId Draft, bool Agrees, string Resolution, LocalDate On, string? Note = null);

    public Task<Result<DraftStatus>> Run(Command c, Act act, CancellationToken stop) => approve.Run(
        c.Draft,
        DraftStatus.Council,
        _ => Task.FromResult<Result<Next>>(approve.Refused(c.Resolution, c.On).ToArray() is { Length: > 0 } refused
            ? refused
            : new Next(
                c.Agrees ? StepKind.CouncilAgreed : StepKind.CouncilReturned,
                c.Agrees ? DraftStatus.Assembly : DraftStatus.Editing,
                c.Note,
                Resolution: c.Resolution.Trim(),
                On: c.On)),
        act with { Decision = c.Resolution },
        stop);
}
