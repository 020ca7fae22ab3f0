using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Discussion.Comments;

namespace Vridlo.Discussion.Api;

/// <summary>Comments in the open interface.</summary>
internal static class CommentsApi
{
    private static readonly (string, string) Id = ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        var comments = api.MapGroup("/comments").Right(DiscussionRights.Comment);
        comments.MapGet("", async (HttpContext context, ListComments list) => await (await list.Source(context.RequestAborted)).Answer(context, Shape))
            .Described<ApiPage<CommentInList>>("comments.list", csv: true, paged: true, filters: ["state", "whose"]);
        comments.MapGet("/of/{kind}/{id}", Of).Described<CommentsAnswer>("comments.of", examples: [("kind", "programme.node"), Id]);
        comments.MapGet("/{id:guid}", One).Described<CommentShown>("comments.one", examples: Id);
        comments.MapPost("", async (ApiBody<NewComment> body, AddComment add, ReadThreads threads, CancellationToken stop) => await Made(
                await add.Run(new(body.Value.Subject, body.Value.Kind, body.Value.Text, body.Value.Passage, body.Value.Proposal, body.Value.To ?? [], body.Value.Due), stop), threads, stop))
            .Writes<NewComment, CommentShown>("comments.add", StatusCodes.Status201Created);
        comments.MapPost("/{id:guid}/replies", async (Guid id, ApiBody<NewReply> body, AddComment add, ReadThreads threads, CancellationToken stop) => await Made(
                await add.Reply(new(id), body.Value.Text, body.Value.To ?? [], stop), threads, stop))
            .Writes<NewReply, CommentShown>("comments.reply", StatusCodes.Status201Created, Id);
        comments.MapPut("/{id:guid}", async (Guid id, ApiBody<ChangedComment> body, ChangeComment change, ReadThreads threads, CancellationToken stop) => await Now(
                await change.Edit(new(new(id), body.Value.Version, body.Value.Text, body.Value.Passage, body.Value.Proposal, body.Value.Due), stop), threads, stop))
            .Writes<ChangedComment, CommentShown>("comments.change", examples: Id);
        comments.MapDelete("/{id:guid}", async (Guid id, ChangeComment change, ReadThreads threads, CancellationToken stop) => await Now(await change.Remove(new(id), stop), threads, stop))
            .Writes<CommentShown>("comments.remove", examples: Id);
        comments.MapPut("/{id:guid}/settlement", async (Guid id, ApiBody<NewSettlement> body, SettleComment settle, ReadThreads threads, CancellationToken stop) => await Now(
                await settle.Run(new(new(id), body.Value.Version, body.Value.How, body.Value.Answer), stop), threads, stop))
            .Writes<NewSettlement, CommentShown>("comments.settle", examples: Id);
        comments.MapPost("/together/{action}", Together).Writes<ManyComments, ManyChanged>("comments.together", examples: ("action", "settle"));
    }

    private static Task<IResult> Together(string action, ApiBody<ManyComments> body, HttpContext context, ListComments list, CancellationToken stop) => CommentsBulk.All.Answer(
        action, new BulkAsked<Guid>(body.Value.Comments, body.Value.Choice, body.Value.Why), async ids =>
        {
            var wanted = ids.Select(i => new CommentId(i)).ToList();
            return await (await list.Source(stop)).Rows.Where(c => wanted.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(stop);
        }, c => c.Id.Value, context.RequestServices, stop);

    private static async Task<IResult> Of(string kind, string id, CommentPlaces places, ReadThreads threads, CancellationToken stop)
    {
        var subject = await places.Read($"{kind}/{id}", stop);
        return subject.Ok
            ? Results.Json(new CommentsAnswer(subject.Value.Key.ToString(), subject.Value.Title, await threads.Of(subject.Value, stop), await places.Addressable(subject.Value, stop)), ApiJson.Options)
            : subject.Problems.Answer();
    }

    private static async Task<IResult> One(Guid id, ReadThreads threads, CancellationToken stop) => (await threads.One(new(id), stop)).Answer(found => found.Comment);

    private static async Task<IResult> Made(Result<CommentId> done, ReadThreads threads, CancellationToken stop) =>
        done.Ok ? (await threads.One(done.Value, stop)).Answer(c => Results.Json(c.Comment, ApiJson.Options, statusCode: StatusCodes.Status201Created)) : done.Problems.Answer();

    private static async Task<IResult> Now(Result<CommentId> done, ReadThreads threads, CancellationToken stop) =>
        done.Ok ? await One(done.Value.Value, threads, stop) : done.Problems.Answer();

    private static CommentInList Shape(CommentRow row) => new(row.Id.Value, row.Subject, row.Kind, row.Text, row.Proposal, row.AuthorId?.Value, row.At, row.Due, row.Settled, row.Replies);
}
