using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Alignment.Deciding;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;

namespace Vridlo.Alignment.Comparing;

/// <summary>Reads two programmes as they are in force today, and what is decided and proposed of them.</summary>
internal sealed class ReadPair(AppDb db, IProgrammeLedger ledger, Kept kept, IClock clock)
{
    public LocalDate Today => clock.Today();

    /// <summary>The heads of two different programmes in force, or null.</summary>
    public async Task<(EditionHead From, EditionHead To)?> Heads(string from, string to, CancellationToken stop) =>
        from != to && await ledger.InForce(from, Today, stop) is { } first && await ledger.InForce(to, Today, stop) is { } second ? (first, second) : null;

    public async Task<Pair?> Of(string from, string to, CancellationToken stop)
    {
        if (await Heads(from, to, stop) is not var (first, second))
        {
            return null;
        }

        var left = new Side(first, await ledger.Tree(first.Id, stop));
        var right = new Side(second, await ledger.Tree(second.Id, stop));
        var proposed = await kept.Get(
            (nameof(ReadPair), first.Id, second.Id), [Topics.Programme], () => Task.FromResult(ProposeAlignment.Of(left, right)), found => found.Count * 2);
        var rows = await db.Set<DecisionRow>().AsNoTracking()
            .Where(a => a.FromProgramme == first.ProgrammeId && a.ToProgramme == second.ProgrammeId).ToListAsync(stop);
        List<Decided> decided = [.. rows
            .Select(r => (Row: r, From: left.Aligned(r.From), To: right.Aligned(r.To)))
            .Where(r => r.From is not null && r.To is not null)
            .OrderBy(r => r.From!.Position).ThenBy(r => r.To!.Position)
            .Select(r => new Decided { From = r.From!, To = r.To!, Verdict = r.Row.Verdict, Why = r.Row.Why, At = r.Row.DecidedAt, Version = r.Row.Version })];
        var done = decided.Select(d => (d.From.Id, d.To.Id)).ToHashSet();
        return new(left, right, decided, [.. proposed.Where(p => !done.Contains((p.From.Id, p.To.Id)))]);
    }
}
