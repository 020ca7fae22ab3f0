using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;

namespace Vridlo.Funds.RollUp;

/// <summary>What is asked of the roll-up.</summary>
/// <param name="Year">only this year; null for all</param>
/// <param name="Payer">only this payer; null for all</param>
public sealed record RollUpAsked(int? Year = null, Payer? Payer = null)
{
    /// <summary>The sums of nodes that it is asked of.</summary>
    internal IQueryable<NodeSum> Of(IQueryable<NodeSum> sums)
    {
        sums = Year is { } only ? sums.Where(s => s.Year == only) : sums;
        return Payer is { } payer ? sums.Where(s => s.Payer == payer) : sums;
    }

    /// <summary>The entries that it is asked of.</summary>
    internal IQueryable<PostingListed> Of(IQueryable<PostingListed> postings)
    {
        postings = Year is { } only ? postings.Where(p => p.Year == only) : postings;
        return Payer is { } payer ? postings.Where(p => p.Payer == payer) : postings;
    }
}

/// <summary>A node with the money of all that stands at and below it.</summary>
internal sealed record NodeMoney(Node Node, MoneySums Sums);

/// <summary>The money of an edition.</summary>
/// <param name="Nodes">every node with money at or below it, in the order of the document, once for each currency</param>
/// <param name="Whole">all money of the ledger, by currency</param>
/// <param name="Outside">the part of it that no node of the edition has: on no node, or on one that another programme or edition has</param>
/// <param name="ByYear">all of it by year and who pays</param>
internal sealed record RolledUp(
    IReadOnlyList<NodeMoney> Nodes,
    IReadOnlyList<MoneySums> Whole,
    IReadOnlyList<MoneySums> Outside,
    IReadOnlyList<YearSum> ByYear);

/// <summary>What is said of a year and a payer in one currency, in minor units.</summary>
internal sealed record YearSum(int Year, Payer Payer, Currency Currency, SumKind Kind, long Amount);

/// <summary>
/// Rolls the ledger up over the tree: one statement sums by node, one by year and payer, and the tree is walked once from its end. Every sum on a page is the sum
/// of parts that the list of entries shows.
/// </summary>
internal sealed class ReadRollUp(IMoneyLedger money, IProgrammeLedger ledger)
{
    /// <summary>All money of the ledger by fund, once for each fund, by who pays and code.</summary>
    public async Task<IReadOnlyList<(FundListed Fund, MoneySums Sums)>> ByFund(RollUpAsked asked, CancellationToken stop)
    {
        var read = (await asked.Of(money.Sums).GroupBy(s => new { s.Fund, s.Kind }).Select(g => new { g.Key.Fund, g.Key.Kind, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop)).ToLookup(r => r.Fund);
        return [.. from fund in await money.Funds.OrderBy(f => f.Payer).ThenBy(f => f.Code).ToListAsync(stop)
                   where read.Contains(fund.Id)
                   select (fund, MoneySums.Of(fund.Currency, read[fund.Id].Select(r => (fund.Currency, r.Kind, r.Amount))))];
    }

    public async Task<RolledUp> Run(EditionId edition, RollUpAsked asked, CancellationToken stop)
    {
        var sums = asked.Of(money.Sums);
        var read = await sums.GroupBy(s => new { s.Node, s.Currency, s.Kind }).Select(g => new { g.Key.Node, g.Key.Currency, g.Key.Kind, Amount = g.Sum(s => s.Amount) }).ToListAsync(stop);
        var byYear = await sums.GroupBy(s => new { s.Year, s.Payer, s.Currency, s.Kind }).Select(g => new YearSum(g.Key.Year, g.Key.Payer, g.Key.Currency, g.Key.Kind, g.Sum(s => s.Amount))).ToListAsync(stop);
        var tree = await ledger.Tree(edition, stop);
        var known = tree.Select(n => n.Id).ToHashSet();
        var own = read.ToLookup(r => r.Node, r => (r.Currency, r.Kind, r.Amount));
        List<Currency> currencies = [.. read.Select(r => r.Currency).Distinct().Order()];
        return new(
            [.. from currency in currencies
                from node in Summed(tree, own, currency)
                orderby node.Node.Position
                select node],
            [.. currencies.Select(c => MoneySums.Of(c, read.Select(r => (r.Currency, r.Kind, r.Amount))))],
            [.. currencies.Select(c => MoneySums.Of(c, read.Where(r => !known.Contains(r.Node)).Select(r => (r.Currency, r.Kind, r.Amount)))).Where(s => s is not { Planned: 0, Committed: 0, Paid: 0 })],
            byYear);
    }

    /// <summary>The nodes that have money at or below them.</summary>
    private static IEnumerable<NodeMoney> Summed(IReadOnlyList<Node> tree, ILookup<NodeId, (Currency, SumKind, long)> own, Currency currency)
    {
        // Before place i stand the sums of all nodes before it in the document, so a subtree is a difference of two.
        var before = new MoneySums[tree.Count + 1];
        before[0] = new(currency, 0, 0, 0);
        for (var i = 0; i < tree.Count; i++)
        {
            var self = MoneySums.Of(currency, own[tree[i].Id]);
            before[i + 1] = new(currency, checked(before[i].Planned + self.Planned), checked(before[i].Committed + self.Committed), checked(before[i].Paid + self.Paid));
        }

        foreach (var node in tree)
        {
            var (from, to) = (before[node.Position - 1], before[node.Last]);
            var sums = new MoneySums(currency, to.Planned - from.Planned, to.Committed - from.Committed, to.Paid - from.Paid);
            if (sums is not { Planned: 0, Committed: 0, Paid: 0 })
            {
                yield return new(node, sums);
            }
        }
    }
}
