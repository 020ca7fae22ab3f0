using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>
/// Turns back an act on projects together with the money it entered. The ledger of money only grows: sums are reversed, shares are set back by moving
/// what is there. A project that the act made goes, but for its entry in the list of instruments, from which the postings hang.
/// </summary>
internal sealed class UndoMoney(AppDb db, IMoneyLedger money, IInstruments instruments, ProjectAccess access, IClock clock)
{
    private const string Posting = "money.posting", Share = "money.share", Instrument = "instrument";
    private const int AtOnce = 500;

    /// <summary>Puts the inverse of the act into a unit of work that has begun.</summary>
    /// <returns>why it cannot be; empty when all is well</returns>
    public async Task<IReadOnlyList<Problem>> Apply(Undoing undoing, CancellationToken stop)
    {
        var postings = undoing.Things.Where(t => t.Subject == Posting).ToDictionary(t => new PostingId(Guid.Parse(t.Id)), t => Of(t.After!));
        if (postings.Count == 0)
        {
            return await undoing.Apply(stop);
        }

        var made = undoing.Things.Where(t => t.Subject == ProjectMap.Subject && t.Before is null).Select(t => new InstrumentId(Guid.Parse(t.Id))).ToHashSet();
        var kept = made.Intersect(postings.Values).ToHashSet();

        // The shares of what the act entered or removed as a whole go with it.
        var whole = undoing.Things.Where(t => t.Subject == Instrument && (t.Before is null || t.After is null)).Select(t => new InstrumentId(Guid.Parse(t.Id))).ToHashSet();
        if (!await access.May(ProjectRights.Money, [.. postings.Values.Distinct()], stop))
        {
            return [Problem.Forbidden("projects.may-not-enter-money")];
        }

        await money.Hold([.. postings.Values], [], stop);
        if (await GoneOn(made, postings, stop) is { } used)
        {
            return [used];
        }

        var today = clock.GetCurrentInstant().InZone(DateText.Zone).Date;
        if (await SetShares(undoing.Things.Where(t => t.Subject == Share && !whole.Contains(SharedBy(t))), today, stop) is { } unshared)
        {
            return [unshared];
        }

        var taken = await money.TakeBack(postings.Keys, today, undoing.Act.Why, stop);
        if (!taken.Ok)
        {
            return taken.Problems;
        }

        // One that had been withdrawn before is so again by the inverse itself.
        var before = undoing.Things.Where(t => t.Subject == ProjectMap.Withdrawn && t.After is null).Select(t => new InstrumentId(Guid.Parse(t.Id))).ToHashSet();
        foreach (var project in await Of(kept.Except(before), stop))
        {
            db.Add(new WithdrawnProject { Id = project.Id, Number = project.Number, Title = project.Title, WithdrawnOn = today });
        }

        return await undoing.Apply(stop, t => t.Subject == Posting || (t.Subject == Share && !whole.Contains(SharedBy(t))) || (t.Subject == Instrument && kept.Contains(new(Guid.Parse(t.Id)))));
    }

    /// <summary>Why a project that was made cannot go: other sums have been entered for it, or others have been told by what they know it.</summary>
    private async Task<Problem?> GoneOn(IReadOnlyCollection<InstrumentId> made, Dictionary<PostingId, InstrumentId> postings, CancellationToken stop)
    {
        foreach (var some in made.Chunk(AtOnce))
        {
            var there = await money.Postings.Where(p => some.Contains(p.Instrument)).Select(p => new { p.Id, p.InstrumentCode, p.Fund, p.Year, p.Kind, p.Amount }).ToListAsync(stop);
            var other = there.Where(p => !postings.ContainsKey(p.Id)).GroupBy(p => (p.InstrumentCode, p.Fund, p.Year, p.Kind)).FirstOrDefault(g => g.Sum(p => p.Amount) != 0);
            var key = other is null ? await instruments.Keys.Where(k => some.Contains(k.Instrument)).Select(k => k.Value).FirstOrDefaultAsync(stop) : null;
            if (other is not null || key is not null)
            {
                return other is not null ? Problem.Conflict("projects.undo-money", other.Key.InstrumentCode) : Problem.Conflict("projects.undo-key", key!);
            }
        }

        return null;
    }

    /// <summary>Gives money to the nodes it belonged to before.</summary>
    private async Task<Problem?> SetShares(IEnumerable<ChangedThing> things, LocalDate today, CancellationToken stop)
    {
        foreach (var changed in things.GroupBy(SharedBy))
        {
            var shares = await money.Shares.Where(s => s.Instrument == changed.Key).ToDictionaryAsync(s => s.Node, s => s.Share, stop);
            foreach (var share in changed)
            {
                var node = new NodeId(Guid.Parse(share.Id.Split('/')[1]));
                if (shares.GetValueOrDefault(node) != (share.After?["share"].GetInt32() ?? 0))
                {
                    return Problem.Conflict("record.undo.changed-since", new TextKey("record.subject." + Share), share.Id, new TextKey("record.field.share"));
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

    private async Task<List<Project>> Of(IEnumerable<InstrumentId> ids, CancellationToken stop)
    {
        List<Project> projects = [];
        foreach (var some in ids.Chunk(AtOnce))
        {
            projects.AddRange(await db.Set<Project>().Where(p => some.Contains(p.Id)).ToListAsync(stop));
        }

        return projects;
    }

    private static InstrumentId Of(IReadOnlyDictionary<string, JsonElement> values) => new(values["instrument_id"].GetGuid());

    private static InstrumentId SharedBy(ChangedThing share) => new(Guid.Parse(share.Id.Split('/')[0]));
}
