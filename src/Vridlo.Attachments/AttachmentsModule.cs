using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Attachments.Api;
using Vridlo.Attachments.Files;
using Vridlo.Attachments.Keeping;
using Vridlo.Attachments.Showing;
using Vridlo.Core;
using Vridlo.Core.Access;

namespace Vridlo.Attachments;

/// <summary>Attachments and pictures (přílohy) of things of any module: documents of a project, photographs of what was built.</summary>
public sealed class AttachmentsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "attachments";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<OfSubject>().AddScoped<AddAttachment>().AddScoped<ChangeAttachment>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model) => AttachmentMap.Map(model);

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => AttachmentsApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints) => ServeFile.Map(endpoints);

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("prilohy", "attachments", "anlagen");
        d.AddressWord("soubor", "file", "datei");
        d.Right(AttachmentRights.Manage, Role.Strategist, Role.Owner);
        d.OfSubject(OfSubject.Link);
        d.Refers(OfSubject.Refers);
        d.SubjectSection(new(20, typeof(AttachmentsSection), ReadSection.OfSubject));
        d.History(new(AttachmentMap.Subject, AttachmentRights.Manage));
    }
}
