using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Core.Instruments;
using Vridlo.Programmes.Api;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Api;
using Vridlo.Programmes.Importing;
using Vridlo.Programmes.Lists;
using Vridlo.Programmes.Loading;
using Vridlo.Programmes.Public;

namespace Vridlo.Programmes;

/// <summary>Programmes: packages, the pages of nodes, editions and their comparison, coverage.</summary>
public sealed class ProgrammesModule : IModule
{
    /// <inheritdoc/>
    public string Name => "programmes";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<LoadPackage>().AddScoped<Reading>().AddScoped<AskedEdition>().AddScoped<Trees>().AddDrafting().AddScoped<Past.ReadPast>().AddScoped<Past.BringBack>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model) => DraftMap.Map(model);

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api)
    {
        ProgrammesApi.Map(api);
        DraftsApi.Map(api);
    }

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints) => ProgrammeLists.Map(endpoints);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [ImportCommand.Make(cli), LoadCommand.Make(cli), ExportCommand.Make(cli)];

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("programy", "programmes", "programme");
        d.AddressWord("pokryti", "coverage", "abdeckung");
        d.AddressWord("povedlo-se", "achievements", "erfolge");
        d.AddressWord("vydani", "editions", "ausgaben");
        d.AddressWord("srovnani", "comparison", "vergleich");
        d.AddressWord("dokument", "document", "dokument");
        d.AddressWord("vyvoj", "development", "entwicklung");
        d.AddressWord("vratit", "bring-back", "zurueckholen");
        d.AddressWord("opatreni", "measures", "massnahmen");
        d.AddressWord("aktivity", "activities", "aktivitaeten");
        d.MenuEntry("programmes.menu.programme", "/", order: 10);
        d.MenuEntry("programmes.menu.coverage", "/pokryti", order: 20);
        d.MenuEntry("programmes.menu.achievements", "/povedlo-se", order: 30);
        d.MenuEntry("programmes.menu.editions", "/vydani", order: 40);
        d.FootLink("programmes.foot", "programmes.menu.coverage", "/pokryti");
        d.FootLink("programmes.foot", "programmes.menu.editions", "/vydani");
        d.FootLink("programmes.foot", "programmes.compare.title", "/srovnani");
        d.FootLink("programmes.foot", "programmes.document.title", "/dokument/1");
        Provide(d);
        DraftServices.Declare(d);
        d.Subject(NodeSubjects.Kind, EditDraft.Right, NodeSubjects.Find, NodeSubjects.Named);
        d.OfSubject(NodeSubjects.WhoMay);
        d.Pages(SitePages.All);
        d.OnFirstStart(ShippedProgramme.Load);
    }

    /// <summary>What these pages themselves carry out of a programme.</summary>
    private static void Provide(Declarations d)
    {
        var texts = new TextCatalogue([typeof(ProgrammesModule).Assembly], strict: true);
        d.Capability("programmes.open-data", InstrumentKind.Interface, texts.Localized("programmes.capability.open-data"), "/vydani");
        d.Capability("programmes.open-interface", InstrumentKind.Interface, texts.Localized("programmes.capability.open-interface"), "/openapi/v1.json");
        d.Capability("programmes.trilingual-pages", InstrumentKind.Pages, texts.Localized("programmes.capability.trilingual-pages"), "/");
    }
}
