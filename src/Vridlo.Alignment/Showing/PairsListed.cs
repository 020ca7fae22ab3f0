using Microsoft.EntityFrameworkCore;
using Vridlo.Alignment.Deciding;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Showing;

/// <summary>The programmes that can be put beside each other, and the pairs that are worth a look.</summary>
/// <param name="Programmes">all programmes, an office’s own first</param>
/// <param name="Pairs">the pairs of which something is decided, and every programme against goals agreed between states</param>
internal sealed record PairsListed(IReadOnlyList<ProgrammeListed> Programmes, IReadOnlyList<PairListed> Pairs)
{
    private const int Most = 500;

    public static async Task<PairsListed> Read(AppDb db, IProgrammeLedger ledger, CancellationToken stop)
    {
        var programmes = await ledger.Programmes.OwnFirst().Take(Most).ToListAsync(stop);
        var counts = (await db.Set<DecisionRow>()
            .GroupBy(d => new { d.FromProgramme, d.ToProgramme, d.Verdict })
            .Select(g => new { g.Key.FromProgramme, g.Key.ToProgramme, g.Key.Verdict, Count = g.Count() }).ToListAsync(stop))
            .ToLookup(c => (c.FromProgramme, c.ToProgramme));
        var pairs = from first in programmes
                    from second in programmes
                    where first.Id != second.Id && first.Kind is not ProgrammeKind.International
                    let own = counts[(first.Id, second.Id)].ToList()
                    where own.Count > 0 || second.Kind is ProgrammeKind.International
                    select new PairListed(
                        first.Code, first.Title, second.Code, second.Title,
                        own.Where(c => c.Verdict is Verdict.Direct or Verdict.Partly).Sum(c => c.Count),
                        own.Where(c => c.Verdict is Verdict.Contradicts).Sum(c => c.Count));
        return new(programmes, [.. pairs]);
    }

    /// <summary>The programmes to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices(Language language) => [.. Programmes.Select(p => (p.Code, p.Title.For(language).Text))];
}

/// <summary>Two programmes and how much of them is decided.</summary>
public sealed record PairListed(string From, Localized FromTitle, string To, Localized ToTitle, int Supports, int Contradicts);
