using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>
/// The ledger of money: funds with limits by year, and what instruments plan, commit, pay and get back from them. It only grows; what is
/// wrong is reversed. Writing goes on between <see cref="Data.AppDb.Begin"/> and the caller's commit; what is refused writes nothing.
/// </summary>
public interface IMoneyLedger
{
    /// <summary>The largest amount of one entry, in minor units: a hundred billion crowns.</summary>
    public const long Largest = 10_000_000_000_000;

    /// <summary>The funds, for lists.</summary>
    IQueryable<FundListed> Funds { get; }

    /// <summary>What each fund has in each year, for lists.</summary>
    IQueryable<FundYearListed> Years { get; }

    /// <summary>The entries of the funds' budgets, for lists.</summary>
    IQueryable<BudgetListed> Budgets { get; }

    /// <summary>The postings, for lists.</summary>
    IQueryable<PostingListed> Postings { get; }

    /// <summary>
    /// The postings that have some of these parts, each with the sum of its parts as its amount: what the sum of a node is made of. Those that
    /// move money between nodes are among them, with what they bring and take.
    /// </summary>
    IQueryable<PostingListed> PostingsBy(IQueryable<EntryListed> parts);

    /// <summary>The parts of postings on the nodes, for lists; they sum to whatever is said of a node.</summary>
    IQueryable<EntryListed> Entries { get; }

    /// <summary>The sums of nodes by fund, year and kind, without what stands below them.</summary>
    IQueryable<NodeSum> Sums { get; }

    /// <summary>The shares in which money of instruments belongs to nodes.</summary>
    IQueryable<ShareListed> Shares { get; }

    /// <summary>Enters a fund.</summary>
    /// <returns>its identity, or <c>money.fund.code-wrong</c>, <c>money.fund.code-taken</c>, <c>money.fund.title-missing</c></returns>
    Task<Result<FundId>> Enter(FundToEnter fund, CancellationToken stop);

    /// <summary>Changes what a fund is called, as seen at a version.</summary>
    /// <returns>the version it has then, or <c>money.fund.unknown</c>, <c>money.fund.title-missing</c>, <c>money.fund.changed-meanwhile</c></returns>
    Task<Result<int>> Rename(FundId fund, int version, Localized? title, string programme, CancellationToken stop);

    /// <summary>Adds an entry to a fund's budget, which raises or lowers its limit.</summary>
    /// <returns><c>money.budget.below-committed</c> when more is committed than the limit would be</returns>
    Task<Result<Guid>> Budget(BudgetToEnter entry, CancellationToken stop);

    /// <summary>
    /// Holds instruments until the transaction ends, then the years of all funds from which they have money and of those that are named, each in
    /// one order, for work that enters money of several: two who do so never wait for each other in a circle.
    /// </summary>
    Task Hold(IReadOnlyCollection<InstrumentId> instruments, IEnumerable<(FundId Fund, int Year)> years, CancellationToken stop);

    /// <summary>Enters a sum. Nothing is committed beyond the limit of its fund and year, however many try at once.</summary>
    /// <returns>the posting, or <c>money.beyond-limit</c> with what is free</returns>
    Task<Result<PostingId>> Post(ToPost sum, CancellationToken stop);

    /// <summary>Reverses a posting: nothing of it is left in any sum.</summary>
    /// <returns>the reversing posting, or <c>money.posting.unknown</c>, <c>money.reversed-already</c>, <c>money.cannot-reverse</c> for a reversing one</returns>
    Task<Result<PostingId>> Reverse(PostingId posting, LocalDate day, string note, CancellationToken stop);

    /// <summary>
    /// Takes back what was entered: a sum is reversed, what reversed a sum is entered again. One that has been reversed already is left.
    /// </summary>
    /// <returns>how many postings that took, or <c>money.beyond-limit</c> when a commitment cannot be entered again</returns>
    Task<Result<int>> TakeBack(IReadOnlyCollection<PostingId> postings, LocalDate day, string note, CancellationToken stop);

    /// <summary>Says what instruments plan to spend, in all: enters what differs from what was planned.</summary>
    /// <returns>how many postings that took</returns>
    Task<Result<int>> Plan(IReadOnlyCollection<InstrumentPlan> plans, LocalDate day, string note, CancellationToken stop);

    /// <summary>Says what one instrument plans to spend.</summary>
    /// <inheritdoc cref="Plan(IReadOnlyCollection{InstrumentPlan}, LocalDate, string, CancellationToken)"/>
    sealed Task<Result<int>> Plan(InstrumentId instrument, IReadOnlyList<PlannedSum> sums, LocalDate day, string note, CancellationToken stop) =>
        Plan([new(instrument, sums)], day, note, stop);

    /// <summary>Says in which shares an instrument's money belongs to nodes, and moves what has been entered; none means on no node.</summary>
    /// <returns>how many postings that took, or <c>money.shares</c> when they do not sum to <see cref="NodeShare.Whole"/></returns>
    Task<Result<int>> Share(InstrumentId instrument, IReadOnlyList<NodeShare> shares, LocalDate day, CancellationToken stop);

    /// <summary>
    /// Gives the money on nodes to those that take their place, by their shares of it; what nothing takes stays where it is. The
    /// entries stay readable as they were.
    /// </summary>
    /// <returns>how many instruments it was of</returns>
    Task<Result<int>> Carry(IReadOnlyCollection<MoneySuccession> successions, LocalDate day, CancellationToken stop);
}

/// <summary>A node takes the place of another, as far as its money goes.</summary>
/// <param name="From">the node that was</param>
/// <param name="To">the node that takes its place</param>
/// <param name="Share">what of the money it takes, as a weight against the others that take the rest</param>
public sealed record MoneySuccession(NodeId From, NodeId To, int Share);

/// <summary>A fund to enter.</summary>
/// <param name="Code">its code: letters, digits and hyphens</param>
/// <param name="Title">its name</param>
/// <param name="Payer">who pays</param>
/// <param name="Currency">the currency of all its sums</param>
/// <param name="Programme">programme and priority as the payer names them; empty when there is none</param>
public sealed record FundToEnter(string Code, Localized? Title, Payer Payer, Currency Currency, string Programme = "");

/// <summary>An entry of a fund's budget.</summary>
/// <param name="Fund">the fund</param>
/// <param name="Year">the year</param>
/// <param name="Kind">approved budget or an amendment of it</param>
/// <param name="Amount">what is added; less than nothing takes away</param>
/// <param name="Day">when it was decided</param>
/// <param name="Decision">the resolution; empty where there is none</param>
/// <param name="Note">in the words of whoever enters it</param>
public sealed record BudgetToEnter(FundId Fund, int Year, BudgetKind Kind, Money Amount, LocalDate Day, string Decision = "", string Note = "");

/// <summary>A sum to enter.</summary>
/// <param name="Instrument">whose it is</param>
/// <param name="Fund">from where</param>
/// <param name="Year">the year whose limit it takes from</param>
/// <param name="Kind">what is said of it</param>
/// <param name="Amount">more than nothing, in the fund's currency</param>
/// <param name="Day">the day it counts from</param>
/// <param name="Document">the paper it rests on; empty when there is none</param>
/// <param name="Note">in the words of whoever enters it</param>
public sealed record ToPost(InstrumentId Instrument, FundId Fund, int Year, SumKind Kind, Money Amount, LocalDate Day, string Document = "", string Note = "");

/// <summary>What an instrument plans to spend, in all.</summary>
public sealed record InstrumentPlan(InstrumentId Instrument, IReadOnlyList<PlannedSum> Sums);

/// <summary>What is planned of a fund in a year.</summary>
public sealed record PlannedSum(FundId Fund, int Year, Money Amount);

/// <summary>A share of an instrument's money.</summary>
/// <param name="Node">the node to which it belongs</param>
/// <param name="Share">in hundredths of a per cent, more than nothing</param>
public sealed record NodeShare(NodeId Node, int Share)
{
    /// <summary>All of it: 100 %.</summary>
    public const int Whole = MoneyShare.Whole;
}
