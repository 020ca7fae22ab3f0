using Vridlo.Base;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Gives a draft up. It stays readable, and another of the same edition can be opened.</summary>
internal sealed class AbandonDraft(ApproveDraft approve)
{
    public Task<Result<DraftStatus>> Run(DraftId draft, string why, Act act, CancellationToken stop) => approve.Run(draft, null, _ => Task.FromResult<Result<Next>>(
        string.IsNullOrWhiteSpace(why) ? Problem.Invalid("programmes.approval.why", "why") : new Next(StepKind.Abandoned, DraftStatus.Abandoned, why.Trim())), act, stop);
}
