using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>What was wrong, or is taken back: nothing is removed, another posting turns it back.</summary>
internal sealed partial class MoneyLedger
{
    public async Task<Result<PostingId>> Reverse(PostingId posting, LocalDate day, string note, CancellationToken stop)
    {
        if (await db.Set<Posting>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == posting, stop) is not { } wrong)
        {
            return Problem.NotFound("money.posting.unknown");
        }

        if (wrong.Reverses is not null || wrong.Amount == 0)
        {
            return Problem.Conflict("money.cannot-reverse");
        }

        await hold.Instrument(wrong.InstrumentId, stop);
        return await db.Set<Posting>().AnyAsync(p => p.Reverses == posting, stop)
            ? Problem.Conflict("money.reversed-already")
            : await Enter(Make(wrong.InstrumentId, wrong.FundId, wrong.Year, wrong.Kind, -wrong.Amount, day, wrong.Document, note, posting), stop);
    }

    public async Task<Result<int>> TakeBack(IReadOnlyCollection<PostingId> postings, LocalDate day, string note, CancellationToken stop)
    {
        List<Posting> wrong = [];
        foreach (var some in postings.Distinct().Chunk(AtOnce))
        {
            wrong.AddRange(await db.Set<Posting>().AsNoTracking().Where(p => some.Contains(p.Id) && p.Amount != 0).ToListAsync(stop));
        }

        foreach (var instrument in wrong.Select(p => p.InstrumentId).Distinct().OrderBy(i => i.Value))
        {
            if (await hold.Instrument(instrument, stop) is { } unknown)
            {
                return unknown;
            }
        }

        // Whether somebody has reversed one is sure only now that the instruments are held.
        var reversed = new HashSet<PostingId>();
        foreach (var some in wrong.Select(p => (PostingId?)p.Id).Chunk(AtOnce))
        {
            reversed.UnionWith(await db.Set<Posting>().Where(p => some.Contains(p.Reverses)).Select(p => p.Reverses!.Value).ToListAsync(stop));
        }

        List<Posting> back = [.. wrong.Where(p => !reversed.Contains(p.Id))
            .Select(p => Make(p.InstrumentId, p.FundId, p.Year, p.Kind, -p.Amount, day, p.Document, note.Length <= LongestText ? note : note[..LongestText], p.Reverses is null ? p.Id : null))];
        return await Enter(back, stop) is { } beyond ? beyond : back.Count;
    }
}
