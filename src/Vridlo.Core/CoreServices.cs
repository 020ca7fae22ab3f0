using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;
using Vridlo.Core.Jobs;
using Vridlo.Core.Mail;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Search;

namespace Vridlo.Core;

/// <summary>Registers the ledgers and what they stand on.</summary>
public static class CoreServices
{
    /// <summary>Adds Core and the modules on one engine, with the folder of what is not in the database.</summary>
    public static IServiceCollection AddVridlo(this IServiceCollection services, IReadOnlyList<IModule> modules, IEngine engine, DataFolder data)
    {
        var declared = new Declarations();
        declared.SearchSource(new ProgrammeSearch());
        declared.SearchSource(new PlaceSearch());
        declared.SearchSource(new OrganisationSearch());
        declared.SearchSource(new Funds.FundSearch());
        foreach (var check in (IEnumerable<IntegrityCheck>)[.. ProgrammeChecks.All, .. PeopleChecks.All, .. Funds.MoneyChecks.All, .. JobChecks.All, Record.VerifyRecord.Check, SearchCheck.Check, Outbox.Check])
        {
            declared.Check(check);
        }

        declared.AddressWord("kontroly", "checks", "pruefungen");
        declared.OfficeRight(RunChecks.Right);
        declared.WorkEntry("ui.work.administration", "core.checks.title", "list", "/prace/kontroly", 920, RunChecks.Right);
        declared.OnErased(RunChecks.Forget);
        declared.Job("integrity.run", Schedule.Daily(new(2, 30)), (unit, stop) => unit.GetRequiredService<IIntegrity>().Run(stop));

        declared.Holds(Mail.Outbox.Held);
        declared.OnErased(Outbox.Erase);
        declared.Job("forms.clear", Schedule.Daily(new(3, 20)), (unit, stop) => unit.GetRequiredService<FormReceipts>().Clear(stop));
        declared.Job("mail.clear", Schedule.Daily(new(3, 0)), (unit, stop) => unit.GetRequiredService<ClearMail>().Run(stop));
        declared.Job("record.head", History.SendHead.Early, (unit, stop) => unit.GetRequiredService<History.SendHead>().Run(stop));
        foreach (var module in modules)
        {
            module.Services(services);
            module.Declare(declared);
        }

        return services
            .AddSingleton(modules)
            .AddSingleton(declared)
            .AddSingleton(new Addresses(declared.AddressWords))
            .AddSingleton(engine)
            .AddSingleton(data)
            .AddSingleton(new AppModel(modules))
            .AddSingleton<PublicState>()
            .AddSingleton<Kept>()
            .AddSingleton<SiteAddress>()
            .AddSingleton<Samples.SampleLabel>()
            .AddSingleton<Samples.LoadSample>()
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddDbContext<AppDb>(engine.Configure, ServiceLifetime.Scoped, ServiceLifetime.Singleton)
            .AddScoped<Access.Asker>()
            .AddScoped<Access.FormReceipts>()
            .AddScoped<Access.IPeople, Access.People>()
            .AddScoped<Subjects.KnownSubjects>()
            .AddScoped<Duties.MyDuties>()
            .AddScoped<IIntegrity, RunChecks>()
            .AddScoped<SearchThings>()
            .AddScoped<RebuildSearch>()
            .AddScoped<IPlaces, PlaceLedger>()
            .AddScoped<Instruments.IInstruments, Instruments.InstrumentList>()
            .AddScoped<Funds.HoldFunds>()
            .AddScoped<Funds.SpreadSums>()
            .AddSingleton<Funds.LedgerQuestions>()
            .AddSingleton<Funds.GroupCommit>()
            .AddScoped(s => new Funds.EnterSum(s.GetRequiredService<AppDb>(), s.GetRequiredService<Funds.GroupCommit>()))
            .AddScoped<Funds.IMoneyLedger, Funds.MoneyLedger>()
            .AddScoped<Funds.IExchangeRates, Funds.ExchangeRates>()
            .AddScoped<IOrganisations, OrganisationRegister>()
            .AddScoped<IProgrammeLedger, ProgrammeLedger>()
            .AddScoped<OwnProgramme>()
            .AddScoped<Record.IRecord, Record.PublicRecord>()
            .AddScoped<Undo.UndoAct>()
            .AddScoped<History.ReadHistory>()
            .AddScoped<History.DescribeChanges>()
            .AddScoped<History.SendHead>()
            .AddMail()
            .AddJobs();
    }

    private static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(of => MailSettings.Of(of.GetRequiredService<IConfiguration>()))
        .AddScoped<IMail, Outbox>()
        .AddScoped<SendMail>()
        .AddScoped<ClearMail>()
        .AddHostedService<Postman>();

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobLease>()
        .AddSingleton<IJobs>(of => of.GetRequiredService<JobLease>())
        .AddSingleton<RunJobs>()
        .AddHostedService<JobClock>();
}
