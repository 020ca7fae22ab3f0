using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Samples;

namespace Vridlo.Accounting.Demo;

/// <summary>A sample source of accounting with the rows of one year, sent and accepted as a file is.</summary>
internal static class SampleAccounts
{
    private const string Code = "ukazka", File = "ukazkove-ucetnictvi.csv", Name = "Ukázkové účetnictví";

    public static IEnumerable<SampleStep> Steps(SampleYear year) =>
    [
        (unit, stop) => Add(unit, stop),
        (unit, stop) => Accept(year, unit, stop),
        (unit, stop) => Enter(unit, stop),
    ];

    private static async Task<Problem?> Add(SampleUnit unit, CancellationToken stop)
    {
        var funds = await unit.Get<IMoneyLedger>().Funds.Where(f => f.Payer == Payer.Region).OrderBy(f => f.Code).ToListAsync(stop);
        var rules = funds.Where(f => SampleFile.IsChapter(f.Code)).Select(f => (nameof(FundRuleKind.Unit), SampleFile.UnitOf(f.Code), f.Code));
        var owner = (await Numbered(unit, stop))[0].Number!;
        unit.Count();
        var added = await unit.Get<SaveSource>().Add(
            new(Code, Name, owner, nameof(SourceForm.Cityvizor), "31", "", MatchesEvents: true, "", nameof(TextCoding.Utf8), nameof(Delimiter.Semicolon), nameof(DecimalSign.Point), new Dictionary<FileField, string>(), "", "", [.. rules]), stop);
        return added.Ok ? null : added.Problems[0];
    }

    private static async Task<Problem?> Accept(SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        // A file from a load that was broken off may still wait.
        await unit.Get<AppDb>().Set<Upload>().ExecuteDeleteAsync(stop);
        var taken = await unit.Get<TakeUpload>().Run(Code, new(File, await Written(year, unit, stop), $"{year.Day.Year}", nameof(ImportMode.Replace), nameof(BudgetStage.Adjusted), year.Day), stop);
        if (!taken.Ok)
        {
            return taken.Problems[0];
        }

        var source = await unit.Get<AppDb>().Set<Source>().AsNoTracking().FirstAsync(s => s.Code == Code, stop);
        unit.Count();
        var accepted = await unit.Get<AcceptUpload>().Run(taken.Value, source.Version, stop);
        return accepted.Ok ? null : accepted.Problems[0];
    }

    /// <summary>Accepting enters the rows too, apart from what it writes itself: when it was broken off in between, this does.</summary>
    private static async Task<Problem?> Enter(SampleUnit unit, CancellationToken stop)
    {
        var source = await unit.Get<AppDb>().Set<Source>().AsNoTracking().FirstAsync(s => s.Code == Code, stop);
        await unit.Get<EnterApart>().Run(source.Id, stop);
        return null;
    }

    private static async Task<byte[]> Written(SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var ledger = unit.Get<IMoneyLedger>();
        var (of, events) = (year.Day.Year, unit.Get<IInstruments>().Keys.Where(k => k.Kind == InstrumentKeyKind.Event));
        var bound = await (from posting in ledger.Postings
                           join key in events on posting.Instrument equals key.Instrument
                           where posting.Year == of && posting.Kind == SumKind.Committed && posting.Payer == Payer.Region
                           select new { posting.FundCode, key.Value, posting.Amount }).ToListAsync(stop);
        return new SampleFile(year, await Numbered(unit, stop)).Write([.. bound.OrderBy(b => b.Value, StringComparer.Ordinal).ThenBy(b => b.FundCode, StringComparer.Ordinal).Select(b => (b.FundCode, b.Value, b.Amount))]);
    }

    private static async Task<IReadOnlyList<OrganisationListed>> Numbered(SampleUnit unit, CancellationToken stop) =>
        await unit.Get<IOrganisations>().All.Where(o => o.Number != null).OrderBy(o => o.Number).ToListAsync(stop);
}
