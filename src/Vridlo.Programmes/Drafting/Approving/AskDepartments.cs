using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Sends a draft to departments for comments (připomínkování).</summary>
internal sealed class AskDepartments(ApproveDraft approve, AppDb db)
{
    internal sealed record Command(DraftId Draft, IReadOnlyList<string> Departments, LocalDate Deadline, string? Note = null);

    public Task<Result<DraftStatus>> Run(Command c, Act act, CancellationToken stop) => approve.Run(c.Draft, DraftStatus.Editing, async tree =>
    {
        if (await Refused(tree, c.Departments, c.Deadline, stop) is { Length: > 0 } refused)
        {
            return refused;
        }

        db.AddRange(c.Departments.Distinct().Select(d => new DraftAnswer { DraftId = c.Draft, Round = tree.Head.Round, Department = d, Deadline = c.Deadline }));
        return new Next(StepKind.DepartmentsAsked, DraftStatus.Comments, c.Note, string.Join(' ', c.Departments.Distinct()), On: c.Deadline);
    }, act, stop);

    /// <summary>Why the draft cannot be sent to these departments, or nothing.</summary>
    public async Task<Problem[]> Refused(DraftTree tree, IReadOnlyList<string> departments, LocalDate deadline, CancellationToken stop) =>
    [
        .. departments.Count == 0 || departments.Except(tree.Departments.Select(d => d.Key)).Any()
            ? [Problem.Invalid("programmes.approval.whom", "departments")] : Array.Empty<Problem>(),
        .. deadline < approve.Today ? [Problem.Invalid("programmes.approval.deadline-past", "deadline")] : Array.Empty<Problem>(),
        .. tree.Nodes.Count == 0 ? [Problem.Invalid("programmes.approval.empty")] : Array.Empty<Problem>(),
        .. await db.Set<DraftConflict>().AnyAsync(f => f.DraftId == tree.Head.Id && f.Decision == ConflictDecision.Open, stop)
            ? [Problem.Conflict("programmes.merge.undecided")] : Array.Empty<Problem>(),
    ];
}
