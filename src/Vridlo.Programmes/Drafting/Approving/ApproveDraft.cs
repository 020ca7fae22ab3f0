using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Takes a draft one step on its way, and keeps the step.</summary>
internal sealed class ApproveDraft(EditDraft edit, AppDb db, Asker asker, IClock clock)
{
    public LocalDate Today => clock.Today();

    public static Problem Forbidden => Problem.Forbidden("programmes.approval.may-not");

    public bool MayApprove(DraftTree tree) => asker.May(DraftServices.Approve, tree.At(null));

    /// <summary>Whether whoever asks has a role anywhere in the programme that gives judgement on it.</summary>
    public bool MayComment(DraftTree tree) =>
        asker.May(DraftServices.Comment, new(tree.Head.ProgrammeId, [.. tree.Nodes.Select(n => n.NodeId)]));

    /// <summary>Takes the step if whoever asks leads the approval; <paramref name="step"/> refuses or gives what to keep.</summary>
    public Task<Result<DraftStatus>> Run(DraftId id, DraftStatus? from, Func<DraftTree, Task<Result<Next>>> step, Act act, CancellationToken stop, int rounds = EditDraft.Rounds) =>
        edit.RunIn<DraftStatus>(id, from, async tree =>
        {
            if (!MayApprove(tree))
            {
                return Forbidden;
            }

            var next = await step(tree);
            if (!next.Ok)
            {
                return next.Problems.ToArray();
            }

            Keep(tree, next.Value, act);
            return tree.Head.Status;
        }, act, stop, rounds);

    public void Keep(DraftTree tree, Next next, Act act)
    {
        db.Add(new DraftStep
        {
            Id = TypedId.New<StepId>(),
            DraftId = tree.Head.Id,
            Round = tree.Head.Round,
            Kind = next.Kind,
            At = clock.GetCurrentInstant(),
            By = act.Who.Name,
            Department = next.Department,
            Resolution = next.Resolution,
            On = next.On,
            Note = next.Note,
        });
        if (tree.Head.Status is not DraftStatus.Editing && next.To is DraftStatus.Editing)
        {
            tree.Head.Round++;
        }

        tree.Head.Status = next.To;
        tree.Head.OpenKey = tree.Head.IsOpen ? tree.Head.OpenKey : null;
    }

    /// <summary>What is wrong with a resolution, or nothing.</summary>
    public IEnumerable<Problem> Refused(string resolution, LocalDate on)
    {
        if (string.IsNullOrWhiteSpace(resolution))
        {
            yield return Problem.Invalid("programmes.approval.resolution-missing", "resolution");
        }

        if (on > Today)
        {
            yield return Problem.Invalid("programmes.approval.in-future", "on", on);
        }
    }
}

/// <summary>A step to keep, and where the draft stands afterwards.</summary>
internal sealed record Next(StepKind Kind, DraftStatus To, string? Note = null, string? Department = null, string? Resolution = null, LocalDate? On = null);
