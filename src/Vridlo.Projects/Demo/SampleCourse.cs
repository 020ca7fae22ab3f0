using NodaTime;
using Vridlo.Core.Samples;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Demo;

/// <summary>How a sample project has gone so far: the stages with their days, and the time in which it is carried out.</summary>
internal sealed record SampleCourse(IReadOnlyList<(Stage Stage, LocalDate Day)> Stages, LocalDate Starts, LocalDate Ends)
{
    /// <summary>How many of twenty projects stand where.</summary>
    private static readonly Stage[] OfTwenty =
    [
        Stage.Intent, Stage.Intent, Stage.Intent, Stage.Preparation, Stage.Preparation, Stage.Preparation, Stage.Preparation, Stage.Ready, Stage.Ready, Stage.Funded, Stage.Funded,
        Stage.UnderWay, Stage.UnderWay, Stage.UnderWay, Stage.UnderWay, Stage.Finished, Stage.Finished, Stage.InOperation, Stage.InOperation, Stage.Dropped,
    ];

    public Stage Now => Stages[^1].Stage;

    /// <summary>The day on which it came to a stage, or null.</summary>
    public LocalDate? Since(Stage stage) => Stages.Where(s => s.Stage == stage).Select(s => (LocalDate?)s.Day).FirstOrDefault();

    /// <param name="number">the place of the project among all, by which every stage has its share</param>
    /// <param name="today">nothing has happened after it</param>
    public static SampleCourse Of(int number, LocalDate today, SampleChance chance)
    {
        var last = OfTwenty[((number * 7) + (number / 15 * 2)) % OfTwenty.Length];
        List<Stage> way = last is Stage.Dropped
            ? [Stage.Intent, .. chance.OneIn(2) ? [Stage.Preparation] : Array.Empty<Stage>(), Stage.Dropped]
            : [.. Enumerable.Range(0, (int)last + 1).Select(s => (Stage)s)];

        // Projects that have come far began earlier; most of what happened did so within the last year.
        var latest = today.PlusDays(-chance.Between(3, 110));
        List<LocalDate> days = [latest];
        while (days.Count < way.Count)
        {
            days.Insert(0, days[0].PlusDays(-chance.Between(35, 170)));
        }

        var stages = way.Zip(days).ToList();
        var starts = stages.Where(s => s.First is Stage.UnderWay).Select(s => (LocalDate?)s.Second).FirstOrDefault() ?? today.PlusDays(chance.Between(40, 700));
        var ends = stages.Where(s => s.First is Stage.Finished).Select(s => (LocalDate?)s.Second).FirstOrDefault() ?? Later(starts, today).PlusDays(chance.Between(90, 640));
        return new(stages, starts, ends);
    }

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;
}
