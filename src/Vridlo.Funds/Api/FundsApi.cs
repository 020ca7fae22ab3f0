using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Funds;
using Vridlo.Core.Publishing;
using Vridlo.Funds.Entries;
using Vridlo.Funds.Limits;
using Vridlo.Funds.Rates;
using Vridlo.Funds.RollUp;

namespace Vridlo.Funds.Api;

/// <summary>Funds and the ledger in the open interface.</summary>
internal static class FundsApi
{
    private static readonly (string, string) Code = ("code", "kap-18");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/funds", async (HttpContext context, IMoneyLedger money) =>
                await (await FundsList.Of(money, "/penize/zdroje", context.Request.Query["year"], context.RequestAborted)).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money)).Described<ApiPage<FundAnswer>>("funds.list", csv: true, paged: true, filters: ["year", "payer"]);
        api.MapGet("/money/entries", async (HttpContext context, EntriesList entries) => await (await entries.Source(context.Request.Query["node"], context.RequestAborted)).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Programme, Topics.Instruments, Topics.Organisations))
            .Described<ApiPage<EntryAnswer>>("money.entries", csv: true, paged: true, filters: ["node", "sum", "payer", "fund", "instrument", "organisation", "place", "year"]);
        api.MapGet("/money/projects", async (HttpContext context, InstrumentSums sums) => await sums.Source(context.Request).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Instruments, Topics.Organisations))
            .Described<ApiPage<InstrumentSumAnswer>>("money.projects", csv: true, paged: true, filters: ["year", "payer", "currency", "organisation"]);
        api.MapGet("/money/budget", async (HttpContext context, IMoneyLedger money) => await (await BudgetList.Of(money, context.RequestAborted)).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money)).Described<ApiPage<BudgetAnswer>>("money.budget", csv: true, paged: true, filters: ["fund", "budget", "year"]);
        api.MapGet("/money/rates", async (IExchangeRates rates, CancellationToken stop) => Results.Json(await rates.All.ToListAsync(stop), ApiJson.Options))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money)).Described<IReadOnlyList<RateListed>>("money.rates");
        api.MapPost("/money/rates", async (ApiBody<RateBody> body, EnterRate enter, CancellationToken stop) => (await enter.Run(body.Value.Command(), stop)).Answer(rate => rate))
            .Right(FundRights.Manage).Writes<RateBody, RateListed>("money.rates.enter");
        api.MapPost("/funds", async (ApiBody<FundBody> body, ManageFunds manage, CancellationToken stop) =>
                (await manage.Add(body.Value.Typed(), stop)).Answer(code => Results.Json(new FundEntered(code), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Right(FundRights.Manage).Writes<FundBody, FundEntered>("funds.add", StatusCodes.Status201Created);
        api.MapPut("/funds/{code}", (string code, ApiBody<FundNamesBody> body, ManageFunds manage, IMoneyLedger money, CancellationToken stop) =>
                Of(money, code, async fund => (await manage.Rename(fund.Id, body.Value.Version, body.Value.Typed(), stop)).Answer(v => new FundVersion(v)), stop))
            .Right(FundRights.Manage).Writes<FundNamesBody, FundVersion>("funds.rename", examples: Code);
        api.MapPost("/funds/{code}/budget", (string code, ApiBody<BudgetBody> body, ManageFunds manage, IMoneyLedger money, CancellationToken stop) =>
                Of(money, code, async fund => (await manage.Budget(fund, body.Value.Typed(), Language.En, stop)).Answer(id =>
                    Results.Json(new BudgetEntered(id), ApiJson.Options, statusCode: StatusCodes.Status201Created)), stop))
            .Right(FundRights.Manage).Writes<BudgetBody, BudgetEntered>("funds.budget", StatusCodes.Status201Created, Code);
    }

    private static async Task<IResult> Of(IMoneyLedger money, string code, Func<FundListed, Task<IResult>> work, CancellationToken stop) =>
        await money.Funds.FirstOrDefaultAsync(f => f.Code == code, stop) is { } fund ? await work(fund) : Problem.NotFound("money.fund.unknown").Answer();

    private static FundAnswer Shape(FundStanding f) => new(
        f.Fund.Code, f.Fund.Title, f.Fund.Payer, f.Fund.Currency, f.Fund.Programme, f.Fund.Version, f.Sum(f.Approved).Whole, f.Sum(f.Adjusted).Whole, f.Sum(f.Planned).Whole,
        f.Sum(f.Committed).Whole, f.Sum(f.Uncovered).Whole, f.Sum(f.Free).Whole, f.Sum(f.Paid).Whole, f.Sum(f.Recovered).Whole);

    private static InstrumentSumAnswer Shape(InstrumentSum s) => new(s.Code, s.Title, s.Sum(s.PlannedMinor).Whole, s.Sum(s.CommittedMinor).Whole, s.Sum(s.PaidMinor).Whole, s.Currency);

    private static BudgetAnswer Shape(BudgetRow e) => new(e.Entry.Id, e.Entry.Day, e.Fund.Code, e.Entry.Year, e.Entry.Kind, e.Sum.Whole, e.Fund.Currency, e.Entry.Decision, e.Entry.Note);

    private static EntryAnswer Shape(PostingListed p) => new(
        p.Id.Value, p.Day, p.InstrumentCode, p.InstrumentTitle, p.Kind, p.FundCode, p.Payer, p.Year, p.Sum.Whole, p.Currency, p.Document, p.Note, p.Reverses?.Value);
}

/// <summary>A fund, with what it has in the year asked for, or in all; uncovered is what was paid without a commitment, free what can still be committed.</summary>
internal sealed record FundAnswer(
    string Code, Localized Title, Payer Payer, Currency Currency, string Programme, int Version,
    decimal Approved, decimal Adjusted, decimal Planned, decimal Committed, decimal Uncovered, decimal Free, decimal Paid, decimal Recovered);

/// <summary>A project or another instrument with its sums; paid is less what came back.</summary>
internal sealed record InstrumentSumAnswer(string Code, Localized Title, decimal Planned, decimal Committed, decimal Paid, Currency Currency);

/// <summary>What was approved for a year, or an amendment of it.</summary>
internal sealed record BudgetAnswer(Guid Id, LocalDate Day, string Fund, int Year, BudgetKind Kind, decimal Sum, Currency Currency, string Decision, string Note);

/// <summary>An entry of the ledger.</summary>
internal sealed record EntryAnswer(
    Guid Id, LocalDate Day, string Instrument, Localized InstrumentTitle, SumKind Kind, string Fund, Payer Payer, int Year, decimal Sum, Currency Currency, string Document, string Note, Guid? Reverses);

/// <summary>A fund to enter.</summary>
internal sealed record FundBody(string Code, string Title, Payer Payer, Currency Currency, string TitleEn = "", string TitleDe = "", string Programme = "")
{
    internal ManageFunds.FundTyped Typed() => new(Code, Title, TitleEn, TitleDe, Payer.ToString(), Currency.ToString(), Programme);
}

/// <summary>What a fund is to be called; the version is that which was seen.</summary>
internal sealed record FundNamesBody(string Title, int Version, string TitleEn = "", string TitleDe = "", string Programme = "")
{
    internal ManageFunds.FundTyped Typed() => new("", Title, TitleEn, TitleDe, "", "", Programme);
}

/// <summary>An entry of a fund's budget; less than nothing takes away.</summary>
internal sealed record BudgetBody(int Year, BudgetKind Kind, decimal Sum, LocalDate Day, string Decision = "", string Note = "")
{
    internal ManageFunds.BudgetTyped Typed() => new(Year.ToString(CultureInfo.InvariantCulture), Kind.ToString(), Sum.ToString(CultureInfo.InvariantCulture), Day, Decision, Note);
}

/// <summary>An exchange rate: crowns for one unit of the currency on a day, and who says so.</summary>
internal sealed record RateBody(Currency Currency, LocalDate Day, decimal Rate, string Source)
{
    internal EnterRate.Command Command() => new(Currency.ToString(), Day, Rate.ToString(CultureInfo.InvariantCulture), Source);
}

/// <summary>The code of the fund.</summary>
internal sealed record FundEntered(string Code);

/// <summary>The version it has now.</summary>
internal sealed record FundVersion(int Version);

/// <summary>The identity of the entry.</summary>
internal sealed record BudgetEntered(Guid Id);
