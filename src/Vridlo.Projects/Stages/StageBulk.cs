using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Projects.Lists;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Stages;

/// <summary>What can be done to many projects at once: a resolution or the end of a year moves whole groups of them to another stage.</summary>
internal static class StageBulk
{
    public static IReadOnlyList<BulkAction<ProjectListed>> All { get; } =
    [
        new("stage", "projects.stage.change", Judge, Move)
        {
            Choices = [.. Enum.GetValues<Stage>().Select(s => (s.ToString(), WordsAttribute.Key(s)))],
            Hints = new Dictionary<string, string> { [nameof(Stage.Dropped)] = "projects.stage.dropped.hint" },
            Beside = "stage",
            WhyKey = "projects.stage.why-public",
        },
    ];

    private static async Task<IReadOnlyList<BulkLine<ProjectListed>>> Judge(IServiceProvider services, BulkAsked<ProjectListed> asked, CancellationToken stop)
    {
        var (stage, today) = (Enum.Parse<Stage>(asked.Choice), services.GetRequiredService<IClock>().Today());
        var mine = await services.GetRequiredService<ProjectAccess>().Where(ProjectRights.Edit, [.. asked.Rows.Select(p => p.Id)], stop);
        return [.. asked.Rows.Select(p => new BulkLine<ProjectListed>(p, mine.Contains(p.Id) ? ChangeStage.Wrong(p.Stage, p.StageSince, stage, today).FirstOrDefault() : Problem.Forbidden("projects.may-not-edit")))];
    }

    private static Task<Result<int>> Move(IServiceProvider services, BulkAsked<ProjectListed> asked, CancellationToken stop) =>
        services.GetRequiredService<ChangeStage>().Together([.. asked.Rows.Select(p => p.Id)], Enum.Parse<Stage>(asked.Choice), asked.Why, stop);
}
