using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Accounting.Agreement;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests;

/// <summary>An office with accounting: an organisation, a fund, a source in Cityvizor's form, projects as they are wanted.</summary>
internal static class Books
{
    public const string Kraj = "kraj", Head = "type;paragraph;item;unit;event;amount;date;counterpartyId;counterpartyName;description\n";

    private static readonly LocalDate Day = new(2026, 1, 2);

    private static Act Act { get; } = new(Actor.System, "test", "a test wants it");

    /// <summary>Does something for the system in a unit of work of its own.</summary>
    public static Task<T> Ask<T>(this Units world, Func<IServiceProvider, Task<T>> work) => world.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return await work(unit);
    });

    /// <inheritdoc cref="Ask{T}(Units, Func{IServiceProvider, Task{T}})"/>
    public static Task<T> Ask<T>(this World world, Func<IServiceProvider, Task<T>> work) => new Units(world.Services).Ask(work);

    public static Task Office(this World world, bool withFund = true) => new Units(world.Services).Office(withFund);

    public static async Task Office(this Units world, bool withFund = true)
    {
        await world.Ask(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            Assert.True((await unit.GetRequiredService<IOrganisations>().Enter(new("Karlovarský kraj", "70891168"), default)).Ok);
            Assert.True((await unit.GetRequiredService<IMoneyLedger>().Enter(new("kap-18", new("Kapitola 18"), Payer.Region, Currency.Czk), default)).Ok);
            Assert.True((await unit.GetRequiredService<IMoneyLedger>().Enter(new("eu", new("Evropské peníze"), Payer.Eu, Currency.Czk), default)).Ok);
            return await db.Commit(Act, default);
        });
        Assert.True((await world.Ask(unit => unit.GetRequiredService<SaveSource>().Add(Typed() with { DefaultFund = withFund ? "kap-18" : "" }, default))).Ok);
    }

    public static SourceTyped Typed() => new(
        Kraj, "Účetnictví kraje", "70891168", nameof(SourceForm.Cityvizor), "31", "", MatchesEvents: true, "2229", nameof(TextCoding.Utf8), nameof(Delimiter.Semicolon), nameof(DecimalSign.Comma),
        new Dictionary<FileField, string>(), "", "", []);

    /// <summary>An instrument that is known by these numbers.</summary>
    public static Task<InstrumentId> Project(this World world, string code, string? ofEvent = null, string? contract = null) => world.Ask(async unit =>
    {
        var (id, instruments) = (TypedId.New<InstrumentId>(), unit.GetRequiredService<IInstruments>());
        instruments.Add(new(id, code, InstrumentKind.Project, new($"Projekt {code}"), $"/projekty/{code}"));
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Act, default));
        await world.Known(id, ofEvent, contract);
        return id;
    });

    public static Task Known(this World world, InstrumentId id, string? ofEvent = null, string? contract = null) => world.Ask(async unit =>
    {
        List<InstrumentKey> keys = [.. ofEvent is null ? [] : new[] { new InstrumentKey(InstrumentKeyKind.Event, ofEvent) }, .. contract is null ? [] : new[] { new InstrumentKey(InstrumentKeyKind.Contract, contract) }];
        Assert.True((await unit.GetRequiredService<IInstruments>().SetKeys(id, keys, default)).Ok);
        return await unit.GetRequiredService<AppDb>().Commit(Act, default);
    });

    public static Task<Result<UploadId>> Send(
        this Units world, string csv, ImportMode mode = ImportMode.Replace, LocalDate? asOf = null, string source = Kraj, int year = 2026, BudgetStage stage = BudgetStage.Adjusted) =>
        world.Ask(unit => unit.GetRequiredService<TakeUpload>().Run(
            source, new("ucto.csv", Encoding.UTF8.GetBytes(csv), year.ToString(CultureInfo.InvariantCulture), mode.ToString(), stage.ToString(), asOf ?? new(2026, 6, 30)), default));

    public static Task<Result<Accepted>> Accept(this Units world, UploadId upload, int version) => world.Ask(unit => unit.GetRequiredService<AcceptUpload>().Run(upload, version, default));

    public static Task<Result<UploadId>> Send(this World world, string csv, ImportMode mode = ImportMode.Replace, LocalDate? asOf = null, string source = Kraj, int year = 2026) =>
        new Units(world.Services).Send(csv, mode, asOf, source, year);

    public static Task<Result<Accepted>> Accept(this World world, UploadId upload, int version) => new Units(world.Services).Accept(upload, version);

    /// <inheritdoc cref="Import(Units, string, ImportMode, LocalDate?, string, int, BudgetStage)"/>
    public static Task<Accepted> Import(this World world, string csv, ImportMode mode = ImportMode.Replace, LocalDate? asOf = null, string source = Kraj, int year = 2026) =>
        new Units(world.Services).Import(csv, mode, asOf, source, year);

    /// <summary>Sends a file and accepts it as it was seen.</summary>
    public static async Task<Accepted> Import(
        this Units world, string csv, ImportMode mode = ImportMode.Replace, LocalDate? asOf = null, string source = Kraj, int year = 2026, BudgetStage stage = BudgetStage.Adjusted)
    {
        var sent = await world.Send(csv, mode, asOf, source, year, stage);
        Assert.True(sent.Ok, sent.Ok ? "" : sent.Problems[0].Code);
        var seen = await world.Ask(async unit => (await unit.GetRequiredService<ReadPreview>().Run(sent.Value, default))!);
        Assert.True(seen.Acceptable, string.Join('\n', seen.Read.Problems));
        var accepted = await world.Accept(sent.Value, seen.Source.Version);
        Assert.True(accepted.Ok, accepted.Ok ? "" : accepted.Problems[0].Code);
        return accepted.Value;
    }

    /// <summary>What the ledger has of an instrument: paid less what came back, in haléře.</summary>
    public static Task<long> Net(this World world, InstrumentId project, string? fund = null) => world.Ask(async unit =>
        (await unit.GetRequiredService<IMoneyLedger>().Postings.Where(p => p.Instrument == project && (fund == null || p.FundCode == fund)).ToListAsync())
            .Sum(p => p.Kind is SumKind.Paid ? p.Amount : p.Kind is SumKind.Recovered ? -p.Amount : 0));

    public static Task<int> Postings(this World world) => world.Ask(unit => unit.GetRequiredService<IMoneyLedger>().Postings.CountAsync());

    /// <summary>All revisions of all rows, by what they are for, the first revision first.</summary>
    public static Task<List<DocumentRow>> Rows(this World world) =>
        world.Ask(unit => unit.GetRequiredService<AppDb>().Set<DocumentRow>().AsNoTracking().OrderBy(r => r.Description).ThenBy(r => r.Revision).ThenByDescending(r => r.Amount).ToListAsync());

    public static Task<int> Enter(this World world) => world.Ask(async unit =>
    {
        var source = await unit.GetRequiredService<AppDb>().Set<Source>().AsNoTracking().FirstAsync();
        return await unit.GetRequiredService<EnterRows>().Run(source.Id, default);
    });

    public static Task<AgreementShown> Agreement(this World world) => world.Ask(async unit => (await unit.GetRequiredService<ReadAgreement>().Run(Kraj, null, default))!);

    /// <summary>What the checks of integrity find in money and accounting.</summary>
    public static Task<List<string>> Faults(this World world) => world.Ask(async unit =>
    {
        var found = new List<string>();
        foreach (var check in unit.GetRequiredService<Declarations>().Checks.Where(c => c.Key.StartsWith("money.", StringComparison.Ordinal) || c.Key.StartsWith("accounting.", StringComparison.Ordinal)))
        {
            found.AddRange((await check.Find(unit, default)).Select(f => $"{check.Key} {f.Subject}"));
        }

        return found;
    });

    /// <summary>An own form with short heads: kind, number, line, paragraph, item, and those of these that the file has.</summary>
    public static SourceTyped OwnTyped(string code, string fund, IReadOnlyList<(string Kind, string Value, string Fund)> rules, params FileField[] columns) => Typed() with
    {
        Code = code,
        Name = $"Vlastní {code}",
        Form = nameof(SourceForm.Own),
        DefaultFund = fund,
        Rules = rules,
        Columns = new[] { FileField.Type, FileField.Number, FileField.Line, FileField.Paragraph, FileField.Item, FileField.Amount }.Concat(columns).ToDictionary(c => c, c => Heads[c]),
    };

    private static readonly Dictionary<FileField, string> Heads = new()
    {
        [FileField.Type] = "T", [FileField.Number] = "N", [FileField.Line] = "L", [FileField.Paragraph] = "P", [FileField.Item] = "I", [FileField.Amount] = "A",
        [FileField.Event] = "E", [FileField.Contract] = "C", [FileField.Unit] = "U", [FileField.Purpose] = "Z", [FileField.Description] = "D",
    };

    public static async Task OwnForm(this World world, string code, string fund = "kap-18", IReadOnlyList<(string Kind, string Value, string Fund)>? rules = null, params FileField[] columns) =>
        Assert.True((await world.Ask(unit => unit.GetRequiredService<SaveSource>().Add(OwnTyped(code, fund, rules ?? [], columns), default))).Ok);

    /// <summary>What the hourly job does.</summary>
    public static Task EnterAll(this World world) => world.Ask(async unit =>
    {
        await Vridlo.Accounting.Entering.EnterAll.Run(unit, default);
        return true;
    });
}
