using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Accounting.Agreement;
using Vridlo.Accounting.Api;
using Vridlo.Accounting.Budgets;
using Vridlo.Accounting.Demo;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Showing;
using Vridlo.Accounting.Sources;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;

namespace Vridlo.Accounting;

/// <summary>
/// Accounting (účetnictví): files of actual spending and of budgets from the accounting of offices, matched to projects by contract and event and
/// entered in the ledger of money, and the agreement of both.
/// </summary>
public sealed class AccountingModule : IModule
{
    private const string Samples = "/prace/ucetnictvi-vzor";

    /// <inheritdoc/>
    public string Name => "accounting";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services
        .AddScoped<ReadSource>().AddScoped<SaveSource>().AddScoped<ReadSources>().AddScoped<ReadSourceState>()
        .AddScoped<TakeUpload>().AddScoped<ReadPreview>().AddScoped<AcceptUpload>()
        .AddScoped<EnterRows>().AddScoped<EnterApart>().AddScoped<AssignRows>()
        .AddScoped<ReadRows>().AddScoped<ReadOneRow>().AddScoped<DocumentsList>().AddScoped<ReadAgreement>()
        .AddScoped<BudgetLinesList>().AddScoped<ReadAccounts>().AddScoped<SuppliersList>().AddScoped<ReadEvent>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model)
    {
        SourceMap.Map(model);
        AccountingMap.Map(model);
    }

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => AccountingApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList(DocumentsList.Path, async context => (ListSource<DocumentListed>?)await context.RequestServices.GetRequiredService<DocumentsList>().Source(context.RequestAborted))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Instruments));
        endpoints.MapList(BudgetLinesList.Path, async context => (ListSource<BudgetLineListed>?)await context.RequestServices.GetRequiredService<BudgetLinesList>().Source(context.RequestAborted))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money));
        endpoints.MapList(SuppliersList.Path, context => Task.FromResult<ListSource<SupplierListed>?>(context.RequestServices.GetRequiredService<SuppliersList>().Source(context.Request.Query["year"], context.Request.Query["source"])))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money));
        AccountsFile.Map(endpoints);
        endpoints.MapList("/prace/ucetnictvi/{code}/doklady", Rows).Right(AccountingRights.Manage);
        foreach (var form in (string[])["cityvizor", "own"])
        {
            endpoints.MapGet($"{Samples}/{form}.csv", () => Results.Stream(typeof(AccountingModule).Assembly.GetManifestResourceStream("samples/" + form)!, "text/csv; charset=utf-8", $"{form}.csv"))
                .Right(AccountingRights.Manage).ExcludeFromDescription();
        }
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("ucetnictvi", "accounting", "buchhaltung");
        d.AddressWord("doklady", "vouchers", "belege");
        d.AddressWord("dodavatele", "suppliers", "lieferanten");
        d.AddressWord("akce", "actions", "vorhaben");
        d.AddressWord("skutecnost", "actuals", "istwerte");
        d.AddressWord("rozpocty", "budgets", "haushalte");
        d.AddressWord("soubor", "file", "datei");
        d.AddressWord("shoda", "agreement", "abgleich");
        d.OfficeRight(AccountingRights.Manage, Role.Strategist);
        d.FootLink("programmes.foot", "accounting.title", "/penize/ucetnictvi");
        d.WorkEntry("projects.work", "accounting.work", "list", "/prace/ucetnictvi", 215, AccountingRights.Manage);
        d.MoneySection(new(10, typeof(AgeSection), AgeSection.Read));
        d.OrganisationSection(new(20, typeof(SupplierSection), ReadSupplier.Of));
        d.SubjectSection(new(10, typeof(InstrumentSection), ReadInstrument.Of));
        d.Tasks(SourceDuties.Find);
        d.Sample(40, SampleAccounts.Steps);
        d.OnAct(TakenBackByHand.Follow);
        d.Job("accounting.enter", Schedule.Every(Duration.FromHours(1)), EnterAll.Run);
        d.Check(AccountingChecks.Entries);
        d.Refers(References.To);
        d.Undo(AssignRows.Assigned, AssignRows.Undo);
        d.Undo(AssignRows.Unassigned, AssignRows.Undo);
        foreach (var subject in (string[])["accounting.source", "accounting.fund-rule", "accounting.import", AccountingMap.Assigned])
        {
            d.History(new(subject, AccountingRights.Manage));
        }

        d.Data("accounting.title", "accounting.data", ("accounting.documents", DocumentsList.Path), ("accounting.budget-lines", BudgetLinesList.Path), ("accounting.suppliers", SuppliersList.Path));
        d.Pages("/penize/ucetnictvi", DocumentsList.Path, BudgetLinesList.Path, SuppliersList.Path);
    }

    private static async Task<ListSource<DocumentListed>?> Rows(HttpContext context)
    {
        var code = $"{context.Request.RouteValues["code"]}";
        return await context.RequestServices.GetRequiredService<AppDb>().Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, context.RequestAborted) is { } source
            ? RowsList.Of(context.RequestServices.GetRequiredService<ReadRows>(), source) : null;
    }
}
