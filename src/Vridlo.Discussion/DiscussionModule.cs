using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.Discussion.Api;
using Vridlo.Discussion.Comments;
using Vridlo.Discussion.Notices;
using Vridlo.Ui;

namespace Vridlo.Discussion;

/// <summary>What people of the office say to each other of the things of all modules, and what they are told.</summary>
public sealed class DiscussionModule : IModule
{
    /// <inheritdoc/>
    public string Name => "discussion";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services
        .AddScoped<CommentPlaces>().AddScoped<ReadThreads>().AddScoped<ListComments>().AddScoped<AddComment>().AddScoped<ChangeComment>().AddScoped<SettleComment>()
        .AddScoped<MakeNotices>().AddScoped<ReadNotices>().AddScoped<ListNotices>().AddScoped<SendDigests>().AddSingleton<WriteLetters>();

    /// <inheritdoc/>
    public void Model(ModelBuilder model)
    {
        CommentMap.Map(model);
        NoticeMap.Map(model);
    }

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api)
    {
        CommentsApi.Map(api);
        NoticesApi.Map(api);
    }

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/prace/pripominky", async context =>
            (ListSource<CommentRow>?)await context.RequestServices.GetRequiredService<ListComments>().Source(context.RequestAborted)).Right(DiscussionRights.Comment);
        endpoints.MapList("/prace/oznameni", async context =>
            (ListSource<NoticeRow>?)await context.RequestServices.GetRequiredService<ListNotices>().Source(context.RequestAborted)).Right(Rights.SignedIn);
        endpoints.MapGet("/prace/oznameni/{id:guid}", async (Guid id, ReadNotices own, Links to, CancellationToken stop) =>
            await own.Open(new(id), stop) is { } path ? Results.LocalRedirect(to[path]) : Results.NotFound()).Right(Rights.SignedIn).ExcludeFromDescription();
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("pripominky", "comments", "anmerkungen");
        d.AddressWord("uprava", "change", "aenderung");
        d.AddressWord("oznameni", "notices", "mitteilungen");
        d.Right(DiscussionRights.Comment, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
        d.Right(DiscussionRights.Own, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
        d.WorkEntry("", "discussion.notices.title", "doc", "/prace/oznameni", 15, Rights.SignedIn, (unit, stop) => unit.GetRequiredService<ReadNotices>().Unread(stop));
        d.WorkEntry("", "discussion.work.comments", "list", "/prace/pripominky", 20, DiscussionRights.Comment);
        d.Tasks(CommentDuties.Find);
        d.OfSubject(CommentLinks.Find);
        d.Refers(CommentLinks.Refers);
        d.Undo(SettleComment.Act, (unit, undoing, stop) => unit.GetRequiredService<SettleComment>().Undo(undoing, stop));
        d.Notice(CommentMap.Subject, CommentConcerns.Find);
        d.OnAct(MakeNotices.Follow);
        d.Job("discussion.digest", Schedule.Daily(new(6, 30)), (unit, stop) => unit.GetRequiredService<SendDigests>().Run(stop));
        d.Holds(CommentsOfPerson.Held);
        d.Holds(NoticesOfPerson.Held);
        d.OnErased(CommentsOfPerson.Erase);
        d.OnErased(NoticesOfPerson.Erase);
    }
}
