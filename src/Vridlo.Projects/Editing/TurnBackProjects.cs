using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>
/// Turns back an act on projects together with their money. The ledger of money only grows: sums are reversed, shares are set back by moving
/// what is there. A project that the act made goes, but for its entry in the list of instruments where postings hang from it.
/// </summary>
internal sealed class TurnBackProjects(AppDb db, IMoneyLedger money, IInstruments instruments, GoneOn gone, ProjectAccess access, IClock clock)
{
    private const int AtOnce = 500;

    /// <summary>Puts the inverse of the act into a unit of work that has begun.</summary>
    /// <returns>why it cannot be; empty when all is well</returns>
    public async Task<IReadOnlyList<Problem>> Apply(Undoing undoing, CancellationToken stop)
    {
        var act = new ActOnProjects(undoing.Things);
        if (act.Postings.Count > 0 && !await access.May(ProjectRights.Money, [.. act.Postings.Values.Distinct()], stop))
        {
            return [Problem.Forbidden("projects.may-not-enter-money")];
        }

        await money.Hold([.. act.Postings.Values, .. act.Shares.Select(s => s.Key)], [], stop);
        var today = clock.Today();
        if ((await gone.With(act, stop) ?? await SetShares(act, today, stop)) is { } refused)
        {
            return [refused];
        }

        var taken = await money.TakeBack([.. act.Postings.Keys], today, undoing.Act.Why, stop);
        if (!taken.Ok)
        {
            return taken.Problems;
        }

        var kept = await Withdraw(act, today, stop);
        if (await undoing.Apply(stop, t => act.IsApart(t, kept)) is { Count: > 0 } changed)
        {
            return changed;
        }

        // The record may be older than what instruments say of the projects by now.
        foreach (var project in db.ChangeTracker.Entries<Project>().Where(p => p.State is not EntityState.Deleted).Select(p => p.Entity).ToList())
        {
            await instruments.Describe(project.Id, new(project.Title), project.Place, project.Bearer, stop);
        }

        return [];
    }

    /// <summary>Keeps the numbers of projects that were made and have postings; one that had been withdrawn before is so again by the inverse itself.</summary>
    /// <returns>those whose instruments stay</returns>
    private async Task<HashSet<InstrumentId>> Withdraw(ActOnProjects act, LocalDate today, CancellationToken stop)
    {
        HashSet<InstrumentId> kept = [];
        foreach (var some in act.Made.Keys.Chunk(AtOnce))
        {
            var posted = await money.Postings.Where(p => some.Contains(p.Instrument)).Select(p => p.Instrument).Distinct().ToListAsync(stop);
            foreach (var project in await db.Set<Project>().Where(p => posted.Contains(p.Id)).ToListAsync(stop))
            {
                kept.Add(project.Id);
                if (!act.Returned.Contains(project.Id))
                {
                    db.Add(new WithdrawnProject { Id = project.Id, Number = project.Number, Title = project.Title, WithdrawnOn = today });
                }
            }
        }

        return kept;
    }

    /// <summary>Gives money to the nodes it belonged to before.</summary>
    private async Task<Problem?> SetShares(ActOnProjects act, LocalDate today, CancellationToken stop)
    {
        foreach (var changed in act.Shares)
        {
            var shares = await money.Shares.Where(s => s.Instrument == changed.Key).ToDictionaryAsync(s => s.Node, s => s.Share, stop);
            foreach (var share in changed)
            {
                var node = new NodeId(Guid.Parse(share.Id.Split('/')[1]));
                if (shares.GetValueOrDefault(node) != (share.After?["share"].GetInt32() ?? 0))
                {
                    return Problem.Conflict("record.undo.changed-since", new TextKey("record.subject." + share.Subject), share.Id, new TextKey("record.field.share"));
                }

                if (share.Before is { } before)
                {
                    shares[node] = before["share"].GetInt32();
                }
                else
                {
                    shares.Remove(node);
                }
            }

            var shared = await money.Share(changed.Key, [.. shares.Select(s => new NodeShare(s.Key, s.Value))], today, stop);
            if (!shared.Ok)
            {
                return shared.Problems[0];
            }
        }

        return null;
    }
}
