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
}
