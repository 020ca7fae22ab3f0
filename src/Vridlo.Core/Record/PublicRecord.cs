using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary>Reads the record for the public.</summary>
internal sealed class PublicRecord(AppDb db) : IRecord
{
    public IQueryable<ActListed> Acts =>
        from act in db.Set<RecordedAct>().AsNoTracking()
        where act.Topics != ""
        select new ActListed
        {
            Sequence = act.Sequence,
            Id = act.Id,
            At = act.At,
            Kind = act.Kind,
            Decision = act.Decision,
            Topics = act.Topics,
            Edition = act.Changes.Where(c => c.Subject == "programme.edition").Select(c => c.SubjectId).FirstOrDefault(),
            Changes = act.Changes.Count(),
        };

    public IQueryable<ActListed> Of(string subject, string id) => Acts.Where(a =>
        db.Set<RecordedChange>().Any(c => c.ActSequence == a.Sequence && c.Subject == subject && c.SubjectId == id)
        && db.Set<RecordedChange>().Where(c => c.Subject == subject && c.SubjectId == id).OrderByDescending(c => c.ActSequence).Select(c => c.After).FirstOrDefault() != null);

    public async Task<IReadOnlyDictionary<long, ChangedThing>> Changed(IReadOnlyCollection<long> acts, string subject, string id, CancellationToken stop) =>
        (await db.Set<RecordedChange>().AsNoTracking().Where(c => acts.Contains(c.ActSequence) && c.Subject == subject && c.SubjectId == id).ToListAsync(stop))
            .ToDictionary(c => c.ActSequence, ChangedThing.Of);
}
