using Vridlo.Base;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Takes a draft back for rework, wherever it is on its way.</summary>
internal sealed class TakeBackDraft(ApproveDraft approve)
{
    public Task<Result<DraftStatus>> Run(DraftId draft, string why, Act act, CancellationToken stop) => approve.Run(draft, null, tree => Task.FromResult<Result<Next>>(
        tree.Head.Status is DraftStatus.Editing ? Problem.Conflict("programmes.draft.other-state")
        : string.IsNullOrWhiteSpace(why) ? Problem.Invalid("programmes.approval.why", "why")
        : new Next(StepKind.TakenBack, DraftStatus.Editing, why.Trim())), act, stop);
}
