using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Duties;
using Vridlo.Core.Notices;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Approving;

namespace Vridlo.Programmes.Drafting;

/// <summary>
/// The way of drafts as tasks and notices: who is asked to comment by when, what of it is to be settled, when it can go to the council, and where
/// the strategist must say what was decided.
/// </summary>
internal static class DraftDuties
{
    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        if (!asker.May(DraftServices.Comment) && !asker.May(DraftServices.Approve))
        {
            return [];
        }

        var (db, today) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IClock>().Today());
        var drafts = await (from draft in db.Set<Draft>().AsNoTracking()
                            where draft.Status == DraftStatus.Comments || draft.Status == DraftStatus.Council || draft.Status == DraftStatus.Assembly
                            select new
                            {
                                draft,
                                Since = db.Set<DraftStep>().Where(s => s.DraftId == draft.Id).Max(s => (Instant?)s.At),
                                Deadline = db.Set<DraftAnswer>().Where(a => a.DraftId == draft.Id && a.Round == draft.Round && a.Answer == AnswerKind.Awaited).Min(a => (LocalDate?)a.Deadline),
                                Unsettled = db.Set<DraftAnswer>().Any(a => a.DraftId == draft.Id && a.Round == draft.Round && a.Settled == null && (a.Answer == AnswerKind.WithComments || a.Answer == AnswerKind.RequiresModification)),
                                Awaited = db.Set<DraftAnswer>().Any(a => a.DraftId == draft.Id && a.Round == draft.Round && a.Answer == AnswerKind.Awaited && a.Deadline >= today),
                            }).ToListAsync(stop);
        return [.. from one in drafts
                   from duty in Duties(asker, one.draft, one.Deadline, one.Unsettled, one.Awaited)
                   select new Duty(duty.Key, one.draft.EditionTitle, $"/prace/koncepty/{one.draft.Id.Value}/schvalovani", one.Since ?? one.draft.OpenedAt, duty.Due)];
    }

    /// <summary>Every step of a draft, also one taken back, concerns its strategists; that departments are asked, asked no more or by another day concerns every owner in the programme.</summary>
    public static async Task<IReadOnlyList<Concern>> Steps(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        var steps = changes.Select(c => JsonDocument.Parse(c.After ?? c.Before!).RootElement).ToList();
        var asked = steps.Any(s => s.GetProperty("kind").GetString() is nameof(StepKind.DepartmentsAsked) or nameof(StepKind.DepartmentReleased) or nameof(StepKind.DeadlineMoved));
        var ids = steps.Select(s => new DraftId(s.GetProperty("draft_id").GetGuid())).Distinct().ToList();
        var drafts = await db.Set<Draft>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(stop);
        var nodes = asked ? await db.Set<DraftNode>().Where(n => ids.Contains(n.DraftId)).Select(n => n.NodeId).Distinct().ToListAsync(stop) : [];
        return [.. drafts.Select(d => new Concern(d.EditionTitle, $"/prace/koncepty/{d.Id.Value}/schvalovani", new(d.ProgrammeId, nodes), [], IsPublic: d.EditionId is not null))];
    }

    private static IEnumerable<(string Key, LocalDate? Due)> Duties(Asker asker, Draft draft, LocalDate? deadline, bool unsettled, bool awaited)
    {
        var leads = asker.May(DraftServices.Approve, new(draft.ProgrammeId, []));
        if (draft.Status is DraftStatus.Comments && deadline is not null && Answers(asker, draft))
        {
            yield return ("programmes.duty.comment", deadline);
        }

        var key = (draft.Status, unsettled, awaited) switch
        {
            (DraftStatus.Comments, true, _) => "programmes.duty.settle",
            (DraftStatus.Comments, _, false) => "programmes.duty.hand-over",
            (DraftStatus.Council, _, _) => "programmes.duty.council",
            (DraftStatus.Assembly, _, _) => "programmes.duty.assembly",
            _ => null,
        };
        if (leads && key is not null)
        {
            yield return (key, null);
        }
    }

    /// <summary>Owners and guarantors answer for departments, wherever in the programme their role is.</summary>
    private static bool Answers(Asker asker, Draft draft) =>
        asker.Grants.Any(g => g.Role is Role.Owner or Role.Guarantor && (g.Programme is null || g.Programme == draft.ProgrammeId));
}
