using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.History;

/// <summary>The full history: who did what, when, why, from what to what. Each sees what concerns the places where that person has rights, and what that person did.</summary>
public sealed class ReadHistory(AppDb db, Asker asker, Declarations declared, IServiceProvider unit)
{
    /// <summary>The right to read the history of everything.</summary>
    public const string Everything = "history.read-all";

    /// <summary>The acts that whoever asks may see, for lists: filter, order and page them, then read them.</summary>
    public async Task<IQueryable<ActShown>> Acts(CancellationToken stop)
    {
        var (all, whole, parts, ids) = await Reach(stop);
        var me = asker.Person?.Id.Value.ToString() ?? "-";
        return
            from act in db.Set<RecordedAct>().AsNoTracking()
            where all || act.ActorName == me || act.Changes.Any(c => whole.Contains(c.Subject) || (parts.Contains(c.Subject) && ids.Contains(c.SubjectId)))
            select new ActShown
            {
                Sequence = act.Sequence,
                Id = act.Id,
                At = act.At,
                ActorKind = act.ActorKind,
                ActorName = act.ActorName,
                Kind = act.Kind,
                Why = act.Why,
                Decision = act.Decision,
                Undone = db.Set<UndoneAct>().Any(u => u.ActId == act.Id),
                // Asked of the change alone and not of the act around it: SQLite cannot join what depends on both.
                Changes = act.Changes
                    .Where(c => all || db.Set<RecordedAct>().Any(own => own.Sequence == c.ActSequence && own.ActorName == me) || whole.Contains(c.Subject) || (parts.Contains(c.Subject) && ids.Contains(c.SubjectId)))
                    .OrderBy(c => c.Id).Select(c => new ChangedThing(c.Subject, c.SubjectId, c.Before, c.After)).ToList(),
            };
    }

    /// <summary>Only the acts that changed a thing.</summary>
    public IQueryable<ActShown> Of(IQueryable<ActShown> acts, string subject, string id) =>
        acts.Where(a => db.Set<RecordedChange>().Any(c => c.ActSequence == a.Sequence && c.Subject == subject && c.SubjectId == id));

    /// <summary>
    /// A thing as it stood at a moment, rebuilt from the record alone: its values by column as the record writes them, or null when it was
    /// not there. Whoever calls asks whether it may be seen.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, System.Text.Json.JsonElement>?> State(string subject, string id, Instant at, CancellationToken stop)
    {
        var changes =
            from change in db.Set<RecordedChange>().AsNoTracking()
            join act in db.Set<RecordedAct>() on change.ActSequence equals act.Sequence
            where change.Subject == subject && change.SubjectId == id && act.At <= at
            orderby act.Sequence
            select change;
        Dictionary<string, System.Text.Json.JsonElement>? state = null;
        foreach (var thing in (await changes.ToListAsync(stop)).Select(ChangedThing.Of))
        {
            state = thing.After is null ? null : new([.. (state ?? []).Where(v => !thing.After.ContainsKey(v.Key)), .. thing.After]);
        }

        return state;
    }

    /// <summary>What things of a sort said when they were removed, of those whose keys begin so.</summary>
    public async Task<IReadOnlyList<ChangedThing>> Gone(string subject, string prefix, CancellationToken stop) =>
        [.. (await db.Set<RecordedChange>().AsNoTracking().Where(c => c.Subject == subject && c.After == null && c.SubjectId.StartsWith(prefix)).OrderBy(c => c.ActSequence).ToListAsync(stop))
            .Select(ChangedThing.Of)];

    private async Task<(bool All, List<string> Whole, List<string> Parts, List<string> Ids)> Reach(CancellationToken stop)
    {
        List<string> whole = [UndoneAct.Subject, .. declared.Recorded.Where(s => asker.MayEverywhere(s.Right)).Select(s => s.Subject)];
        List<RecordedSubject> parts = [.. declared.Recorded.Where(s => s.Within is not null && !whole.Contains(s.Subject) && asker.May(s.Right))];
        List<string> ids = [];
        foreach (var part in parts)
        {
            ids.AddRange(await part.Within!(unit, stop));
        }

        return (asker.MayEverywhere(Everything), whole, [.. parts.Select(p => p.Subject)], ids);
    }
}
