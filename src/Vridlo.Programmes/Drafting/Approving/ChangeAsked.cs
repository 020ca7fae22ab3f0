using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Changes who is asked for comments and by when, as long as the department has not answered.</summary>
internal sealed class ChangeAsked(ApproveDraft approve, AppDb db)
{
    /// <summary>Asks a department no more that was asked by mistake. One must stay: a draft that nobody is to comment is taken back.</summary>
    public Task<Result<DraftStatus>> Release(DraftId draft, string department, Act act, CancellationToken stop) => approve.Run(draft, DraftStatus.Comments, async tree =>
    {
        var asked = await Asked(tree, stop);
        if (Refused(asked, department, releases: true) is { } refused)
        {
            return refused;
        }

        return Step(db.Remove(asked[department]).Entity, EntityState.Deleted);
    }, act, stop);

    /// <summary>Gives a department another deadline.</summary>
    public Task<Result<DraftStatus>> Move(DraftId draft, string department, LocalDate deadline, Act act, CancellationToken stop) => approve.Run(draft, DraftStatus.Comments, async tree =>
    {
        var asked = await Asked(tree, stop);
        if (Refused(asked, department, releases: false) is { } refused)
        {
            return refused;
        }

        if (deadline < approve.Today)
        {
            return Problem.Invalid("programmes.approval.deadline-past", "deadline");
        }

        if (deadline == asked[department].Deadline)
        {
            return Problem.Invalid("programmes.approval.deadline-same", "deadline");
        }

        asked[department].Deadline = deadline;
        return Step(asked[department], EntityState.Modified);
    }, act, stop);

    /// <summary>Asks again, asks no more, or sets the deadline back, but to no day that is over. Steps are only added, so what is undone is a step too.</summary>
    public async Task<Result<bool>> Undo(Undoing undoing, CancellationToken stop)
    {
        if (undoing.Things.FirstOrDefault(t => t.Subject == "programmes.draft.answer") is not { } thing)
        {
            return Problem.Conflict("record.undo.nothing");
        }

        var (draft, round, department) = thing.Id.Split('/', 3) is [var id, var number, var key] ? (id, number, key) : throw new InvalidOperationException(thing.Id);
        var done = await approve.Run(new(Guid.Parse(draft)), DraftStatus.Comments, async tree =>
        {
            if (round != $"{tree.Head.Round}")
            {
                return Problem.Conflict("programmes.draft.other-state");
            }

            if (thing.After is not null && Refused(await Asked(tree, stop), department, releases: thing.Before is null) is { } refused)
            {
                return refused;
            }

            if (await undoing.Apply(stop, t => t.Subject == "programmes.draft.step") is { Count: > 0 } changed)
            {
                return changed.ToArray();
            }

            var now = db.ChangeTracker.Entries<DraftAnswer>().Single(a => a.State is not EntityState.Unchanged);
            return now.State is EntityState.Deleted || now.Entity.Deadline >= approve.Today ? Step(now.Entity, now.State) : Problem.Invalid("programmes.approval.deadline-past", "deadline");
        }, undoing.Act, stop);
        return done.Ok ? true : done.Problems.ToArray();
    }

    private Task<Dictionary<string, DraftAnswer>> Asked(DraftTree tree, CancellationToken stop) =>
        db.Set<DraftAnswer>().Where(a => a.DraftId == tree.Head.Id && a.Round == tree.Head.Round).ToDictionaryAsync(a => a.Department, stop);

    private static Problem? Refused(Dictionary<string, DraftAnswer> asked, string department, bool releases) => asked.GetValueOrDefault(department) switch
    {
        null => Problem.NotFound("programmes.approval.not-asked", department),
        { Answer: not AnswerKind.Awaited } => Problem.Conflict("programmes.approval.has-answered", department),
        _ => releases && asked.Count == 1 ? Problem.Conflict("programmes.approval.last-asked") : null,
    };

    private static Next Step(DraftAnswer answer, EntityState becomes) => becomes switch
    {
        EntityState.Added => new(StepKind.DepartmentsAsked, DraftStatus.Comments, Department: answer.Department, On: answer.Deadline),
        EntityState.Deleted => new(StepKind.DepartmentReleased, DraftStatus.Comments, Department: answer.Department),
        _ => new(StepKind.DeadlineMoved, DraftStatus.Comments, Department: answer.Department, On: answer.Deadline),
    };
}
