using Microsoft.EntityFrameworkCore;
using Vridlo.Base;

namespace Vridlo.Core.Instruments;

/// <summary>By what others know the instruments.</summary>
internal sealed partial class InstrumentList
{
    private const int MostKeys = 100;

    public IQueryable<InstrumentListed> All => db.Set<Instrument>().AsNoTracking().Select(i => new InstrumentListed
    {
        Id = i.Id, Code = i.Code, Kind = i.Kind, Title = i.Title, Path = i.Path, Bearer = i.Bearer,
    });

    public IQueryable<InstrumentKeyListed> Keys => db.Set<InstrumentKeyRow>().AsNoTracking().Select(k => new InstrumentKeyListed
    {
        Kind = k.Kind, Value = k.Value, Instrument = k.InstrumentId,
    });

    public async Task<Result<int>> SetKeys(InstrumentId instrument, IReadOnlyCollection<InstrumentKey> keys, CancellationToken stop)
    {
        List<(InstrumentKeyKind Kind, string Value)> wanted = [.. keys.Select(k => (k.Kind, InstrumentKey.Compared(k.Value))).Distinct()];
        List<Problem> refused =
        [
            .. wanted.Where(k => k.Value.Length is 0 or > InstrumentKey.Longest || k.Value.Any(char.IsControl)).Select(k => Problem.Invalid("instruments.key.wrong", Field(k.Kind), InstrumentKey.Longest)),
            .. wanted.Count > MostKeys ? [Problem.Invalid("instruments.key.many", Field(default), MostKeys)] : Array.Empty<Problem>(),
        ];
        List<string> values = [.. wanted.Select(k => k.Value)];
        var taken = refused.Count > 0 ? [] : await (from key in db.Set<InstrumentKeyRow>().AsNoTracking()
                                                    join other in db.Set<Instrument>() on key.InstrumentId equals other.Id
                                                    where values.Contains(key.Value) && key.InstrumentId != instrument
                                                    orderby key.Value
                                                    select new { key.Kind, key.Value, other.Code }).ToListAsync(stop);
        refused.AddRange(taken.Where(t => wanted.Contains((t.Kind, t.Value))).Select(t => Problem.Conflict("instruments.key.taken", t.Value, t.Code) with { Field = Field(t.Kind) }));
        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        var now = await db.Set<InstrumentKeyRow>().Where(k => k.InstrumentId == instrument).ToListAsync(stop);
        db.RemoveRange(now.Where(k => !wanted.Contains((k.Kind, k.Value))));
        db.AddRange(wanted.Where(k => !now.Exists(n => n.Kind == k.Kind && n.Value == k.Value)).Select(k => new InstrumentKeyRow { Kind = k.Kind, Value = k.Value, InstrumentId = instrument }));
        return wanted.Count;
    }

    private static string Field(InstrumentKeyKind kind) => kind is InstrumentKeyKind.Contract ? "contracts" : "events";
}
