using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Base.Lists;

namespace Vridlo.Discussion.Comments;

/// <summary>What can be done to many comments at once: departments' comments on a draft are often settled by one answer.</summary>
internal static class CommentsBulk
{
    public static IReadOnlyList<BulkAction<CommentRow>> All { get; } =
    [
        new("settle", "discussion.settle", Judge, Settle)
        {
            Choices = [.. Enum.GetValues<Settlement>().Select(s => (s.ToString(), WordsAttribute.Key(s)))],
            Beside = "text",
            Seen = c => $"{c.Version}",
            WhyKey = "discussion.answer",
            WhyLongest = 4000,
        },
    ];

    private static async Task<IReadOnlyList<BulkLine<CommentRow>>> Judge(IServiceProvider services, BulkAsked<CommentRow> asked, CancellationToken stop)
    {
        var (places, settle) = (services.GetRequiredService<CommentPlaces>(), services.GetRequiredService<SettleComment>());
        var subjects = await places.Readable([.. asked.Rows.Select(c => c.Subject).Distinct()], stop);
        return [.. asked.Rows.Select(c => new BulkLine<CommentRow>(c,
            subjects.GetValueOrDefault(c.Subject) is { } subject ? settle.Refused(c.Settled is null, subject) : Problem.NotFound("discussion.comment.unknown")))];
    }

    private static Task<Result<int>> Settle(IServiceProvider services, BulkAsked<CommentRow> asked, CancellationToken stop) =>
        services.GetRequiredService<SettleComment>().Together([.. asked.Rows.Select(c => c.Id)], Enum.Parse<Settlement>(asked.Choice), asked.Why, stop);
}
