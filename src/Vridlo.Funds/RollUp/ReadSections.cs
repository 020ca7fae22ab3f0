using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Funds.RollUp;

/// <summary>Reads money for sections of other modules' pages, in one statement each.</summary>
internal static class ReadSections
{
    /// <summary>Of a node and of all that stands below it.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfNode(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Select(n => n.Id)];
        var read = await services.GetRequiredService<IMoneyLedger>().Sums.Where(s => own.Contains(s.Node)).GroupBy(s => new { s.Year, s.Payer, s.Currency, s.Kind })
            .Select(g => new YearSum(g.Key.Year, g.Key.Payer, g.Key.Currency, g.Key.Kind, g.Sum(s => s.Amount))).ToListAsync(stop);
        return Section(services, "node", node.Self.Code, read);
    }

    /// <summary>Of what is in a municipality; nothing as long as there is none.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfPlace(IServiceProvider services, Place place, CancellationToken stop) =>
        OfPostings(services, "place", place.Code, services.GetRequiredService<IMoneyLedger>().Postings.Where(p => p.Place == place.Code), stop);

    /// <summary>Of what an organisation carries out, also under a name that was merged into it; nothing as long as there is none.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfOrganisation(IServiceProvider services, OrganisationListed organisation, CancellationToken stop)
    {
        var theirs = services.GetRequiredService<IOrganisations>().Borne(services.GetRequiredService<IInstruments>(), organisation.Code)!;
        return OfPostings(services, "organisation", organisation.Code, services.GetRequiredService<IMoneyLedger>().Postings.Where(p => theirs.Contains(p.Instrument)), stop);
    }

    /// <summary>All money of the ledger; nothing as long as there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfHome(IServiceProvider services, EditionHead edition, CancellationToken stop)
    {
        var read = await services.GetRequiredService<IMoneyLedger>().Sums.GroupBy(s => new { s.Currency, s.Kind }).Select(g => new { g.Key.Currency, g.Key.Kind, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop);
        List<MoneySums> whole = [.. read.Select(r => r.Currency).Distinct().Order().Select(c => MoneySums.Of(c, read.Select(r => (r.Currency, r.Kind, r.Amount)))).Where(s => s.Most > 0)];
        return whole.Count == 0 ? null : new Dictionary<string, object?> { ["Whole"] = (IReadOnlyList<MoneySums>)whole };
    }

    private static async Task<IReadOnlyDictionary<string, object?>?> OfPostings(IServiceProvider services, string filter, string value, IQueryable<PostingListed> postings, CancellationToken stop)
    {
        var read = await postings.GroupBy(p => new { p.Year, p.Payer, p.Currency, p.Kind })
            .Select(g => new YearSum(g.Key.Year, g.Key.Payer, g.Key.Currency, g.Key.Kind, g.Sum(p => p.Amount))).ToListAsync(stop);
        return read.Exists(r => r.Amount != 0) ? Section(services, filter, value, read) : null;
    }

    private static Dictionary<string, object?> Section(IServiceProvider services, string filter, string value, IReadOnlyList<YearSum> read)
    {
        var t = services.GetRequiredService<Texts>();
        return new()
        {
            ["Filter"] = filter,
            ["Value"] = value,
            ["Sums"] = (IReadOnlyList<YearMoney>)[.. read.Where(r => r.Amount != 0).Select(r => r.Currency).Distinct().Order().Select(c => YearSums.Of(read, c, t))],
        };
    }
}
