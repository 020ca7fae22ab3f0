using NodaTime;
using Vridlo.Base;
using Vridlo.Discussion.Comments;

namespace Vridlo.Discussion.Api;

/// <summary>A comment to be made.</summary>
internal sealed record NewComment(string Subject, CommentKind Kind = CommentKind.Comment, string? Text = null, string? Passage = null, string? Proposal = null, IReadOnlyList<Guid>? To = null, LocalDate? Due = null);

/// <summary>A reply to be made.</summary>
internal sealed record NewReply(string Text, IReadOnlyList<Guid>? To = null);

/// <summary>The new words of a comment or reply, and the last day to answer what begins a thread; without one it has none.</summary>
internal sealed record ChangedComment(int Version, string? Text = null, string? Passage = null, string? Proposal = null, LocalDate? Due = null);

/// <summary>How a comment is settled.</summary>
internal sealed record NewSettlement(int Version, Settlement How, string Answer);

/// <summary>Many comments, how they are settled, and the answer.</summary>
internal sealed record ManyComments(IReadOnlyList<Guid> Comments, string Choice = "", string Why = "");

/// <summary>A comment in the list.</summary>
internal sealed record CommentInList(
    Guid Id, string Subject, CommentKind Kind, string Text, string? Proposal, Guid? AuthorId, Instant At, LocalDate? Due, Settlement? Settled, int Replies);

/// <summary>What was said of a subject, and who can be addressed there.</summary>
internal sealed record CommentsAnswer(string Subject, Localized Title, IReadOnlyList<CommentShown> Threads, IReadOnlyList<PersonShown> Addressable);
