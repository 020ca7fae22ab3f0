using Vridlo.Base.Lists;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Subjects;

namespace Vridlo.Discussion.Comments;

/// <summary>Comments that begin a thread, in a list.</summary>
internal sealed record CommentRow
{
    public required CommentId Id { get; init; }

    public required string Subject { get; init; }

    public required CommentKind Kind { get; init; }

    public required string Text { get; init; }

    public string? Proposal { get; init; }

    public PersonId? AuthorId { get; init; }

    public required NodaTime.Instant At { get; init; }

    public NodaTime.LocalDate? Due { get; init; }

    public Settlement? Settled { get; init; }

    public required int Replies { get; init; }

    /// <summary>Changes with every reply and every change of the words.</summary>
    public required int Version { get; init; }
}

/// <summary>The list of comments, for one reader: it names what that reader may see.</summary>
internal static class CommentsList
{
    private const int Beginning = 140;

    public static ListOf<CommentRow> Of(
        IReadOnlyDictionary<string, Subject> subjects, IReadOnlyDictionary<PersonId, string> names, PersonId? me, Func<IQueryable<CommentRow>, PersonId, IQueryable<CommentRow>> addressed) => new()
    {
        Name = "comments",
        Id = SortKey<CommentRow>.By(c => c.Id),
        Order = "-at",
        Columns =
        [
            new("subject", "discussion.list.subject", c => subjects[c.Subject].Title) { Link = c => $"/prace/pripominky/{c.Id.Value}" },
            new("text", "discussion.list.text", c => Start(c.Text.Length > 0 ? c.Text : c.Proposal ?? "")),
            new("kind", "discussion.list.kind", c => c.Kind) { Sort = SortKey<CommentRow>.By(c => c.Kind) },
            new("author", "discussion.list.author", c => c.AuthorId is { } author ? names.GetValueOrDefault(author) : null),
            new("at", "discussion.list.at", c => c.At) { Sort = SortKey<CommentRow>.By(c => c.At) },
            new("due", "discussion.list.due", c => c.Due) { Sort = SortKey<CommentRow>.By(c => c.Due) },
            new("replies", "discussion.list.replies", c => c.Replies) { Figures = true },
            new("state", "discussion.list.state", c => State(c)) { Words = "discussion.state" },
            new("id", "discussion.list.id", c => c.Id.Value.ToString()) { FilesOnly = true },
            new("subjectKey", "discussion.list.subject-key", c => c.Subject) { FilesOnly = true },
        ],
        Filters =
        [
            new("state", "discussion.list.state", (rows, value) => value switch
            {
                "open" => rows.Where(c => c.Settled == null),
                "settled" => rows.Where(c => c.Settled != null),
                _ => null,
            }) { Choices = [new("open", "discussion.state.open"), new("settled", "discussion.list.settled")] },
            new("whose", "discussion.list.whose", (rows, value) => (value, me) switch
            {
                ("me", { } person) => addressed(rows, person),
                ("own", { } person) => rows.Where(c => c.AuthorId == person),
                _ => null,
            }) { Choices = [new("me", "discussion.list.to-me"), new("own", "discussion.list.own")] },
        ],
    };

    private static string State(CommentRow c) => c.Settled is { } how ? WordsAttribute.Name(how.ToString()) : "open";

    private static string Start(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Beginning ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[Beginning - 1]) ? Beginning - 1 : Beginning), "…");
    }
}
