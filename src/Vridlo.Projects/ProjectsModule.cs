using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.Projects.Achievements;
using Vridlo.Projects.Api;
using Vridlo.Projects.Demo;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Funding;
using Vridlo.Projects.Lists;
using Vridlo.Projects.Offers;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.OnPages;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Contributions;
using Vridlo.Projects.Shapes;
using Vridlo.Projects.Sheets;
using Vridlo.Projects.Showing;
using Vridlo.Projects.Stages;

namespace Vridlo.Projects;

/// <summary>Projects (projekty, zásobník projektů): from intent to result, with their money and the nodes they carry out.</summary>
public sealed class ProjectsModule : IModule
{
    private static readonly ShowsAttribute Shown = new(Topics.Nodes, Topics.Money, Topics.Organisations, Topics.Places, Topics.Programme);

    /// <inheritdoc/>
    public string Name => "projects";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services
        .AddScoped<ReadProject>().AddScoped<ReadLinks>().AddScoped<StandingLinks>().AddScoped<SaveProject>().AddScoped<ChangeStage>().AddScoped<EnterMoney>()
        .AddScoped<ListProjects>().AddScoped<ReadOne>().AddScoped<ProjectAccess>().AddScoped<SaveParts>().AddScoped<ReadParts>().AddScoped<SetKeys>()
        .AddScoped<IProjectFacts, AskedFacts>().AddScoped<WriteProject>().AddScoped<GoneOn>().AddScoped<TurnBackProjects>().AddScoped<ReadKnown>().AddScoped<PreviewSheet>().AddScoped<AcceptSheet>().AddScoped<KeepSheet>().AddScoped<SheetFile>()
        .AddScoped<StatedIndicators>().AddScoped<ReadContributions>().AddScoped<ListOutcomes>().AddScoped<ReadShapes>().AddScoped<OneOnMap>().AddScoped<ShapesGeoJson>().AddScoped<ReadAchievements>().AddScoped<TakeAchievements>()
        .AddSingleton<HeadWords>().AddSingleton<SheetWords>().AddOffers();

    /// <inheritdoc/>
    public void Model(ModelBuilder model)
    {
        ProjectMap.Map(model);
        PartsMap.Map(model);
        OfferMap.Map(model);
        TakenAchievement.Map(model);
        model.Entity<SheetImport>(import =>
        {
            import.ToTable("projects_sheet").HasKey(i => i.Id);
            import.HasIndex(i => new { i.PersonId, i.At });
            import.Property(i => i.Version).IsConcurrencyToken();
        });
    }

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => ProjectsApi.Map(api, Shown);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/projekty", Listed("/projekty")).Right(Rights.Public).WithMetadata(Shown);
        OfferParts.Endpoints(endpoints);
        endpoints.MapList("/prace/projekty", Listed("/prace/projekty")).Right(ProjectRights.Read);
        endpoints.MapGet("/prace/projekty/sablona", (HttpContext context, SheetFile file, Texts t) => file.Write(context, withProjects: false, t["projects.sheet.template.file"])).Right(ProjectRights.Import);
        endpoints.MapGet("/prace/projekty/tabulka", (HttpContext context, SheetFile file, Texts t) => file.Write(context, withProjects: true, t["projects.sheet.export.file"])).Right(ProjectRights.Import);
        endpoints.MapGet("/prace/projekty/nacist/{id:guid}/chyby.{format:regex(^(csv|xlsx|json)$)}", ProblemsFile.Answer).ExcludeFromDescription().Right(ProjectRights.Import).WithMetadata(new WholeListAttribute());
        endpoints.MapList("/projekty/vysledky", async context => (ListSource<OutcomeListed>?)await context.RequestServices.GetRequiredService<ListOutcomes>().Source(context.RequestAborted)).Right(Rights.Public).WithMetadata(Shown);
        endpoints.MapList("/projekty/{code}/zapisy", Postings).Right(Rights.Public).WithMetadata(Shown);
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("projekty", "projects", "projekte");
        d.AddressWord("tabule", "board", "tafel");
        d.AddressWord("harmonogram", "schedule", "zeitplan");
        d.AddressWord("stav", "stage", "stand");
        d.AddressWord("storno", "reversal", "storno");
        d.AddressWord("bez-projektu", "without-project", "ohne-projekt");
        d.AddressWord("zapisy", "entries", "buchungen");
        d.AddressWord("nacist", "load", "laden");
        d.AddressWord("sablona", "template", "vorlage");
        d.AddressWord("tabulka", "spreadsheet", "tabelle");
        d.AddressWord("chyby", "errors", "fehler");
        d.AddressWord("casti", "parts", "teile");
        d.AddressWord("partneri", "partners", "partner");
        d.AddressWord("milniky", "milestones", "meilensteine");
        d.AddressWord("vysledky", "outcomes", "ergebnisse");
        d.AddressWord("rizika", "risks", "risiken");
        d.AddressWord("kontakty", "contacts", "kontakte");
        d.Right(ProjectRights.Read, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
        d.Right(ProjectRights.Edit, Role.Strategist, Role.Owner);
        d.Right(ProjectRights.Money, Role.Strategist);
        d.OfficeRight(ProjectRights.Import, Role.Strategist);
        d.MenuEntry("projects.title", "/projekty", order: 15);
        d.WorkEntry("projects.work", "projects.title", "list", "/prace/projekty", 200, ProjectRights.Read);
        d.NodeSection(new("projects", "projects.title", 40, typeof(ProjectsSection), ReadSections.OfNode));
        d.HomeSection(new(10, typeof(HomeProjects), ReadSections.OfHome));
        d.NodeSection(new("results", "projects.results", 45, typeof(ContributionsSection), ContributionsOfNode.Read));
        d.PlaceSection(new(10, typeof(ProjectsSection), ReadSections.OfPlace));
        d.OrganisationSection(new(10, typeof(ProjectsSection), ReadSections.OfOrganisation));
        d.SearchSource(new ProjectSearch());
        d.Subject(ProjectMap.Subject, ProjectRights.Edit, ProjectSubjects.Find, ProjectSubjects.Named);
        d.Notice(ProjectMap.Subject, ProjectConcerns.Find);
        d.PublicThings.Add(ProjectMap.Subject);
        d.Undo(SaveProject.Added, UndoProjects.Run, gone: "/prace/projekty");
        d.Undo(SaveProject.Changed, UndoProjects.Run);
        d.Undo(SaveParts.Act, UndoParts.Run);
        d.Undo(ChangeStage.Act, UndoProjects.Run);
        d.Undo(AcceptSheet.Act, UndoProjects.Run);
        d.Undo(TakeAchievements.Act, UndoProjects.Run);
        d.Sample(30, SampleProjects.Steps);
        d.Job("projects.sheets.clear", Schedule.Daily(new(3, 20)), KeepSheet.Clear);
        d.Holds(new("spreadsheets", KeepSheet.Held));
        d.OnErased(KeepSheet.Forget);
        ProjectHistory.Declare(d);
        OfferParts.Declare(d);
        d.Pages("/projekty", "/projekty/tabule", "/projekty/harmonogram", "/projekty/mapa", "/projekty/bez-projektu", "/projekty/vysledky");
    }

    private static Func<HttpContext, Task<ListSource<ProjectListed>?>> Listed(string root) => async context =>
        await context.RequestServices.GetRequiredService<ListProjects>().Source(root, context.RequestAborted);

    private static async Task<ListSource<PostingListed>?> Postings(HttpContext context) =>
        $"{context.Request.RouteValues["code"]}" is var code && await context.RequestServices.GetRequiredService<ReadOne>().Id(code, context.RequestAborted) is { } project
            ? PostingsList.Of(context.RequestServices.GetRequiredService<IMoneyLedger>(), project, code) : null;
}
