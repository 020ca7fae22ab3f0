using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;

namespace Vridlo.Discussion.Notices;

/// <summary>A notice in the list of its person.</summary>
internal sealed record NoticeRow
{
    public required NoticeId Id { get; init; }

    public required string Kind { get; init; }

    public required Localized Title { get; init; }

    public required string Path { get; init; }

    public PersonId? ActorId { get; init; }

    public required Instant At { get; init; }

    public required bool Unread { get; init; }
}

/// <summary>The list of a person's own notices.</summary>
internal static class NoticesList
{
    public static ListOf<NoticeRow> Of(Texts t, IReadOnlyDictionary<PersonId, string> names) => new()
    {
        Name = "notices",
        Id = SortKey<NoticeRow>.By(n => n.Id),
        Order = "-at",
        Columns =
        [
            new("state", "discussion.list.state", n => n.Unread ? "new" : "read") { Words = "discussion.notice.state" },
            new("what", "discussion.notice.what", n => WriteLetters.Act(t, n.Kind)),
            new("title", "discussion.list.subject", n => n.Title) { Link = n => $"/prace/oznameni/{n.Id.Value}" },
            new("who", "discussion.list.author", n => n.ActorId is { } actor ? names.GetValueOrDefault(actor) : null),
            new("at", "discussion.list.at", n => n.At) { Sort = SortKey<NoticeRow>.By(n => n.At) },
        ],
        Filters =
        [
            new("state", "discussion.list.state", (rows, value) => value switch
            {
                "new" => rows.Where(n => n.Unread),
                "read" => rows.Where(n => !n.Unread),
                _ => null,
            }) { Choices = [new("new", "discussion.notice.state.new"), new("read", "discussion.notice.state.read")] },
        ],
    };

    public static IQueryable<NoticeRow> Rows(IQueryable<Notice> notices) =>
        from notice in notices
        select new NoticeRow
        {
            Id = notice.Id, Kind = notice.Kind, Title = notice.Title, Path = notice.Path, ActorId = notice.ActorId, At = notice.At, Unread = notice.ReadAt == null,
        };
}
