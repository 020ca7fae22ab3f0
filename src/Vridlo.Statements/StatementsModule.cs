using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.Statements.About;
using Vridlo.Statements.Api;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Contacts;
using Vridlo.Statements.Deciding;
using Vridlo.Statements.Demo;
using Vridlo.Statements.Issuing;
using Vridlo.Statements.Letters;
using Vridlo.Statements.Lists;
using Vridlo.Statements.OnPages;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;

namespace Vridlo.Statements;

/// <summary>Statements of compliance (vyjádření k souladu projektu s programem): asked for by anybody, decided by officers, public once they are issued.</summary>
public sealed class StatementsModule : IModule
{
    private static readonly ShowsAttribute Shown = new(Topics.Nodes, Topics.Instruments, Topics.Organisations, Topics.Places, Topics.Programme);

    /// <inheritdoc/>
    public string Name => "statements";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services
        .AddSingleton(of => StatementSettings.Of(of.GetRequiredService<IConfiguration>()))
        .AddScoped<TakeNumber>().AddScoped<NumberPrefix>().AddScoped<ReadApplication>().AddScoped<ReceiveApplication>().AddScoped<ChangeApplication>().AddScoped<ToApplicant>()
        .AddScoped<StatementAccess>().AddScoped<DecideApplication>().AddScoped<SetAside>().AddScoped<IssueStatement>().AddScoped<CorrectStatement>().AddScoped<WithdrawStatement>().AddScoped<EraseContact>().AddScoped<TieProject>()
        .AddScoped<Templates>().AddScoped<ChangeTemplate>().AddScoped<MakeLetter>()
        .AddScoped<ListApplications>().AddScoped<ListStatements>().AddScoped<ReadOne>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model) => StatementMap.Map(model);

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => StatementsApi.Map(api, Shown);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/vyjadreni", Listed).Right(Rights.Public).WithMetadata(Shown);
        endpoints.MapList("/prace/vyjadreni", context => Task.FromResult<ListSource<ApplicationListed>?>(context.RequestServices.GetRequiredService<ListApplications>().Source()))
            .Right(StatementRights.Decide);
        LetterFiles.Map(endpoints);
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("vyjadreni", "statements", "stellungnahmen");
        d.AddressWord("zadost", "application", "antrag");
        d.AddressWord("prijeti", "receipt", "eingang");
        d.AddressWord("rozhodnuti", "decision", "entscheidung");
        d.AddressWord("sablona", "template", "vorlage");
        d.AddressWord("dopis", "letter", "schreiben");
        d.Sample(50, SampleApplications.Steps);
        d.Right(StatementRights.Decide, Role.Strategist, Role.Owner);
        d.FootLink("programmes.foot", "statements.title", "/vyjadreni");
        d.WorkEntry("projects.work", "statements.title", "doc", "/prace/vyjadreni", 205, StatementRights.Decide);
        d.NodeSection(new("statements", "statements.title", 45, typeof(StatementsSection), ReadSections.OfNode));
        d.PlaceSection(new(20, typeof(StatementsSection), ReadSections.OfPlace));
        d.OrganisationSection(new(20, typeof(StatementsSection), ReadSections.OfOrganisation));
        d.SubjectSection(new(30, typeof(StatementsSection), ReadSections.OfSubject));
        d.SearchSource(new StatementSearch());
        d.Subject(StatementMap.Asked, StatementRights.Decide, ApplicationSubjects.Find, ApplicationSubjects.Named);
        d.Tasks(StatementDuties.Find);
        d.Notice(StatementMap.Asked, StatementConcerns.Find);
        d.Refers(TieProject.Refers);
        d.PublicThings.Add(StatementMap.Issued);
        d.Undo(DecideApplication.Act, UndoDecision.Run);
        d.Undo(SetAside.Act, UndoDecision.Run);
        d.Undo(ChangeApplication.Act, UndoDecision.Run);
        d.Job("statements.contacts.clear", Schedule.Daily(new(3, 40)), (unit, stop) => unit.GetRequiredService<EraseContact>().Clear(stop));
        foreach (var subject in (string[])[StatementMap.Asked, StatementMap.Issued, "statements.contact", "statements.decision", "statements.decision.node", "statements.template", StatementMap.About])
        {
            d.History(new(subject, StatementRights.Decide));
        }

        d.Check(StatementChecks.Numbers);
        d.Check(StatementChecks.Letters);
        d.Pages(Pages);
    }

    private static async Task<ListSource<StatementListed>?> Listed(HttpContext context) =>
        await context.RequestServices.GetRequiredService<ListStatements>().Source(context.RequestAborted);

    private static async IAsyncEnumerable<string> Pages(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return "/vyjadreni";
        yield return "/vyjadreni/zadost";
        foreach (var one in await services.GetRequiredService<AppDb>().Set<Statement>().OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => new { s.Year, s.Number }).ToListAsync(stop))
        {
            yield return $"/vyjadreni/{Statement.CodeOf(one.Year, one.Number)}";
        }
    }
}
