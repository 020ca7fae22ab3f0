using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Subjects;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Whether somebody has gone on with projects that an act made, so that they cannot go with it.</summary>
internal sealed class GoneOn(AppDb db, IMoneyLedger money, IInstruments instruments, KnownSubjects subjects)
{
    private const int AtOnce = 500;

    /// <returns>null, or what has been done with one of them since</returns>
    public async Task<Problem?> With(ActOnProjects act, CancellationToken stop)
    {
        foreach (var some in act.Made.Keys.Chunk(AtOnce))
        {
            if ((await Worked(act, some, stop) ?? await Paid(act, some, stop)) is { } used)
            {
                return used;
            }
        }

        return null;
    }

    /// <summary>It was changed, or got a milestone, a stage or the like; another offer was merged with it; or something else refers to it, by the project or by the instrument.</summary>
    private async Task<Problem?> Worked(ActOnProjects act, InstrumentId[] some, CancellationToken stop)
    {
        var now = await db.Set<Project>().AsNoTracking().Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Version }).ToListAsync(stop);
        var merged = await db.Set<Offer>().Where(o => o.Stage == OfferStage.Merged && o.ProjectId != null && some.Contains(o.ProjectId.Value)).Select(o => o.ProjectId!.Value).ToListAsync(stop);
        if (now.Find(p => p.Version != act.Made[p.Id] || merged.Contains(p.Id)) is { } used)
        {
            return Problem.Conflict("projects.undo-used", Project.CodeOf(used.Number));
        }

        foreach (var project in now)
        {
            var id = $"{project.Id.Value}";
            if (await subjects.IsReferred(new(ProjectMap.Subject, id), stop) || await subjects.IsReferred(new("instrument", id), stop))
            {
                return Problem.Conflict("projects.undo-referred", Project.CodeOf(project.Number));
            }
        }

        return null;
    }

    /// <summary>Other sums are left of it, or it was told by what others know it, by which payments find it.</summary>
    private async Task<Problem?> Paid(ActOnProjects act, InstrumentId[] some, CancellationToken stop)
    {
        var there = await money.Postings.Where(p => some.Contains(p.Instrument)).Select(p => new { p.Id, p.InstrumentCode, p.Fund, p.Year, p.Kind, p.Amount }).ToListAsync(stop);
        if (there.Where(p => !act.Postings.ContainsKey(p.Id)).GroupBy(p => (p.InstrumentCode, p.Fund, p.Year, p.Kind)).FirstOrDefault(g => g.Sum(p => p.Amount) != 0) is { } other)
        {
            return Problem.Conflict("projects.undo-money", other.Key.InstrumentCode);
        }

        return await instruments.Keys.Where(k => some.Contains(k.Instrument)).Select(k => k.Value).FirstOrDefaultAsync(stop) is { } key ? Problem.Conflict("projects.undo-key", key) : null;
    }
}
