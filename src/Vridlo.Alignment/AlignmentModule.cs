using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Api;
using Vridlo.Alignment.Comparing;
using Vridlo.Alignment.Deciding;
using Vridlo.Alignment.Showing;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Instruments;

namespace Vridlo.Alignment;

/// <summary>Alignment (soulad): which nodes of one programme serve which nodes of another, proposed from the texts and decided by people.</summary>
public sealed class AlignmentModule : IModule
{
    /// <inheritdoc/>
    public string Name => "alignment";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<ReadPair>().AddScoped<DecideAlignment>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model) => AlignmentMap.Map(model);

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => AlignmentApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints) => ListFiles.Map(endpoints);

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("soulad", "alignment", "abstimmung");
        d.AddressWord("seznam", "list", "liste");
        d.Right(DecideAlignment.Right, Role.Strategist, Role.Owner);
        d.FootLink("programmes.foot", "alignment.title", "/soulad");
        d.WorkEntry("programmes.work", "alignment.title", "seal", "/prace/soulad", 150, DecideAlignment.Right);
        d.NodeSection(new("alignment", "alignment.section", 100, typeof(NodeAlignment), NodeAlignmentRead.Read));
        d.Check(AlignmentCheck.Check);
        d.Undo(DecideAlignment.Decided, UndoDecision.Run);
        d.History(DecisionHistory.Source);
        d.Notice(AlignmentMap.Subject, DecisionConcerns.Find);
        var texts = new TextCatalogue([typeof(AlignmentModule).Assembly], strict: true);
        d.Capability("alignment.municipal-programmes", InstrumentKind.Alignment, texts.Localized("alignment.capability.municipal-programmes"), "/soulad");
        d.Pages(SitePages.All);
    }
}
