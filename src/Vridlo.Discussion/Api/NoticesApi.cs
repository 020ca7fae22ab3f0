using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Access;
using Vridlo.Core.Duties;
using Vridlo.Discussion.Notices;

namespace Vridlo.Discussion.Api;

/// <summary>One's own tasks and notices in the open interface.</summary>
internal static class NoticesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tasks", async (MyDuties mine, Texts t, CancellationToken stop) => Results.Json(
                (IReadOnlyList<TaskAnswer>)[.. (await mine.All(stop)).Select(d => new TaskAnswer(t[d.TextKey, d.Title], d.Title, d.Path, d.Since, d.Due))], ApiJson.Options))
            .Right(DiscussionRights.Own).Described<IReadOnlyList<TaskAnswer>>("tasks.mine");
        var notices = api.MapGroup("/notices").Right(DiscussionRights.Own);
        notices.MapGet("", async (HttpContext context, ListNotices list) => await (await list.Source(context.RequestAborted)).Answer(context, Shape))
            .Described<ApiPage<NoticeAnswer>>("notices.list", csv: true, paged: true, filters: ["state"]);
        notices.MapPost("/reading", async (ApiBody<WhatWasRead> body, ReadNotices own, CancellationToken stop) => (await own.Read(body.Value.Notices, stop)).Answer(n => new ReadAnswer(n)))
            .Writes<WhatWasRead, ReadAnswer>("notices.read");
        notices.MapGet("/mail", async (ReadNotices own, CancellationToken stop) => Results.Json(new PaceAnswer(await own.Pace(stop)), ApiJson.Options))
            .Described<PaceAnswer>("notices.mail");
        notices.MapPut("/mail", async (ApiBody<PaceAnswer> body, ReadNotices own, CancellationToken stop) => (await own.Decide(body.Value.Pace, stop)).Answer(p => new PaceAnswer(p)))
            .Writes<PaceAnswer, PaceAnswer>("notices.decide");
    }

    private static NoticeAnswer Shape(NoticeRow n) => new(n.Id.Value, n.Kind, n.Title, n.Path, n.ActorId?.Value, n.At, n.Unread);
}

/// <summary>A task.</summary>
internal sealed record TaskAnswer(string What, Localized Title, string Path, Instant Since, LocalDate? Due);

/// <summary>A notice.</summary>
internal sealed record NoticeAnswer(Guid Id, string Kind, Localized Title, string Path, Guid? ActorId, Instant At, bool Unread);

/// <summary>Which notices were read; all of them without a list.</summary>
internal sealed record WhatWasRead(IReadOnlyList<Guid>? Notices = null);

/// <summary>How many were not read before.</summary>
internal sealed record ReadAnswer(int Read);

/// <summary>How often letters come.</summary>
internal sealed record PaceAnswer(MailPace Pace);
