using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Entering;

/// <summary>What decides where a row belongs.</summary>
internal sealed record RowFacts(int Year, string Key, int Item, string Unit, string Event, string Purpose, string Contract, long Amount);

/// <summary>Where a row belongs.</summary>
/// <param name="State"><see cref="EntryState.Entered"/> when it is to be entered, else why not</param>
/// <param name="Instrument">whose it is, or null</param>
/// <param name="Fund">which fund pays, or null</param>
/// <param name="Kind">paid, or given back</param>
/// <param name="Amount">haléře, more than nothing</param>
internal sealed record Verdict(EntryState State, InstrumentId? Instrument = null, FundId? Fund = null, SumKind Kind = default, long Amount = 0);

/// <summary>
/// Says where rows of a source belong: an assignment by hand goes before numbers, one of a row before one of an event; contract and event must
/// not say two things. What is said of all rows without event holds for those that no number finds. The fund is that of the účelový znak, else of the unit, else the source's own. Nothing is guessed.
/// </summary>
internal sealed class Matching
{
    private readonly Source source;
    private readonly IReadOnlySet<int> recovered;
    private readonly Dictionary<(InstrumentKeyKind, string), InstrumentId> keys;
    private readonly Dictionary<(int Year, string Key), InstrumentId> rows;
    private readonly Dictionary<string, InstrumentId> events;
    private readonly Dictionary<(FundRuleKind, string), FundId> rules;

    private Matching(Source source, IEnumerable<InstrumentKeyListed> keys, IReadOnlyList<Assignment> assignments, IEnumerable<FundRule> rules)
    {
        (this.source, recovered) = (source, source.Recovered);
        this.keys = keys.ToDictionary(k => (k.Kind, k.Value), k => k.Instrument);
        rows = assignments.Where(a => a.Key.Length > 0).ToDictionary(a => (a.Year, a.Key), a => a.InstrumentId);
        events = assignments.Where(a => a.Key.Length == 0).ToDictionary(a => a.Event, a => a.InstrumentId, StringComparer.Ordinal);
        this.rules = rules.ToDictionary(r => (r.Kind, r.Value), r => r.FundId);
    }

    public static async Task<Matching> Of(AppDb db, IInstruments instruments, Source source, CancellationToken stop) => new(
        source,
        await instruments.Keys.ToListAsync(stop),
        await db.Set<Assignment>().AsNoTracking().Where(a => a.SourceId == source.Id).ToListAsync(stop),
        await db.Set<FundRule>().AsNoTracking().Where(r => r.SourceId == source.Id).ToListAsync(stop));

    public Verdict Judge(RowFacts row)
    {
        var spending = ItemClasses.Of(row.Item) is ItemClass.Current or ItemClass.Capital;
        if (row.Amount == 0 || !(spending || recovered.Contains(row.Item)))
        {
            return new(EntryState.OutOfLedger);
        }

        var (instrument, without) = Whose(row);
        if (instrument is null)
        {
            return new(without);
        }

        var effect = spending ? row.Amount : -row.Amount;
        var (kind, amount) = effect > 0 ? (SumKind.Paid, effect) : (SumKind.Recovered, -effect);
        return Pays(row) is { } fund ? new(EntryState.Entered, instrument, fund, kind, amount) : new(EntryState.WithoutFund, instrument, null, kind, amount);
    }

    private (InstrumentId? Instrument, EntryState Without) Whose(RowFacts row)
    {
        if (rows.TryGetValue((row.Year, row.Key), out var byHand) || (row.Event.Length > 0 && events.TryGetValue(row.Event, out byHand)))
        {
            return byHand == default ? (null, EntryState.Outside) : (byHand, default);
        }

        InstrumentId? contract = row.Contract.Length > 0 && keys.TryGetValue((InstrumentKeyKind.Contract, row.Contract), out var one) ? one : null;
        InstrumentId? ofEvent = source.MatchesEvents && row.Event.Length > 0 && keys.TryGetValue((InstrumentKeyKind.Event, row.Event), out var two) ? two : null;
        return (contract, ofEvent) switch
        {
            ({ } first, { } second) when first != second => (null, EntryState.Ambiguous),
            (null, null) => (null, row.Event.Length == 0 && events.ContainsKey("") ? EntryState.Outside : EntryState.Unmatched),
            _ => (contract ?? ofEvent, default),
        };
    }

    private FundId? Pays(RowFacts row) =>
        rules.TryGetValue((FundRuleKind.Purpose, row.Purpose), out var fund) || rules.TryGetValue((FundRuleKind.Unit, row.Unit), out fund) ? fund : source.DefaultFund;
}
