using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.Funds.Api;
using Vridlo.Funds.Entries;
using Vridlo.Funds.Limits;
using Vridlo.Funds.Rates;
using Vridlo.Funds.RollUp;

namespace Vridlo.Funds;

/// <summary>Money (peníze): funds with their budgets and limits, the roll-up of the ledger over the programme, and the ledger itself as open data.</summary>
public sealed class FundsModule : IModule
{
    private const string Files = ".{format:regex(^(csv|xlsx|json)$)}";

    /// <inheritdoc/>
    public string Name => "funds";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<ReadRollUp>().AddScoped<ReadTerritory>().AddScoped<InstrumentSums>().AddScoped<EnterRate>().AddScoped<EntriesList>().AddScoped<ManageFunds>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => FundsApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/penize/zapisy", async context => (ListSource<PostingListed>?)await context.RequestServices.GetRequiredService<EntriesList>().Source(context.Request.Query["node"], context.RequestAborted))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Programme, Topics.Instruments, Topics.Organisations));
        endpoints.MapGet("/penize/soucty" + Files, SumsFile.OfProgramme).ExcludeFromDescription()
            .Right(Rights.Public).WithMetadata(new WholeListAttribute(), new ShowsAttribute(Topics.Money, Topics.Programme));
        endpoints.MapGet("/penize/uzemi" + Files, SumsFile.OfTerritory).ExcludeFromDescription()
            .Right(Rights.Public).WithMetadata(new WholeListAttribute(), new ShowsAttribute(Topics.Money, Topics.Instruments, Topics.Places));
        endpoints.MapList(InstrumentSums.Path, context => Task.FromResult<ListSource<InstrumentSum>?>(context.RequestServices.GetRequiredService<InstrumentSums>().Source(context.Request)))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Instruments, Topics.Organisations));
        endpoints.MapList(BudgetList.Path, async context => (ListSource<BudgetRow>?)await BudgetList.Of(context.RequestServices.GetRequiredService<IMoneyLedger>(), context.RequestAborted))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money));
        endpoints.MapList("/penize/zdroje", Listed("/penize/zdroje")).Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money));
        endpoints.MapList("/prace/penize", Listed("/prace/penize")).Right(FundRights.Manage);
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("penize", "money", "geld");
        d.AddressWord("zdroje", "funds", "fonds");
        d.AddressWord("uzemi", "territory", "gebiet");
        d.AddressWord("rozpocet", "budget", "haushalt");
        d.AddressWord("soucty", "sums", "summen");
        d.AddressWord("kurzy", "rates", "kurse");
        d.OfficeRight(FundRights.Manage, Role.Strategist);
        d.MenuEntry("funds.menu", "/penize", order: 17);
        d.WorkEntry("projects.work", "funds.funds", "list", "/prace/penize", 210, FundRights.Manage);
        d.HomeSection(new(20, typeof(HomeMoney), ReadSections.OfHome));
        d.NodeSection(new("money", "funds.menu", 30, typeof(MoneySection), ReadSections.OfNode));
        d.PlaceSection(new(15, typeof(MoneySection), ReadSections.OfPlace));
        d.OrganisationSection(new(15, typeof(MoneySection), ReadSections.OfOrganisation));
        d.PublicThings.Add("money.fund");
        d.Undo(ManageFunds.Added, ManageFunds.Undo, gone: "/prace/penize");
        d.Undo(ManageFunds.Renamed, ManageFunds.Undo);
        d.History(new("money.fund", FundRights.Manage));
        d.Data("funds.entries", "funds.data", ("funds.entries", "/penize/zapisy"), ("funds.budgets", BudgetList.Path), ("funds.projects", InstrumentSums.Path));
        d.Pages("/penize", "/penize/uzemi", "/penize/zapisy", "/penize/zdroje", BudgetList.Path, InstrumentSums.Path);
    }

    private static Func<HttpContext, Task<ListSource<FundStanding>?>> Listed(string root) => async context =>
        await FundsList.Of(context.RequestServices.GetRequiredService<IMoneyLedger>(), root, context.Request.Query["year"], context.RequestAborted);
}
