using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Stages;

/// <summary>Moves a project to another stage, on a day and for a reason.</summary>
internal sealed class ChangeStage(AppDb db, WriteProject write, ProjectAccess access, Asker asker, IClock clock)
{
    public const string Act = "projects.stage-changed";

    public const int LongestWhy = 1000;

    /// <param name="Stage">the stage it comes to</param>
    /// <param name="Day">since when; not in the future and not before it came to where it stands</param>
    /// <param name="Why">the reason</param>
    /// <param name="Decision">the resolution it rests on; may be empty</param>
    /// <param name="Version">the version that was seen</param>
    internal sealed record Command(InstrumentId Project, Stage Stage, LocalDate Day, string Why, string Decision, int Version);

    /// <returns>the new version of the project</returns>
    public async Task<Result<int>> Run(Command command, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (await db.FindAsync<Project>([command.Project], stop) is not { } project)
        {
            return Problem.NotFound("projects.unknown");
        }

        var today = clock.GetCurrentInstant().InZone(DateText.Zone).Date;
        if (!await access.May(ProjectRights.Edit, project.Id, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        List<Problem> problems =
        [
            .. When(project.Version != command.Version, Problem.Conflict("projects.changed-meanwhile")),
            .. When(!Enum.IsDefined(command.Stage) || command.Stage == project.Stage, Problem.Invalid("projects.stage-same", "stage")),
            .. When(command.Day > today, Problem.Invalid("projects.stage-future", "day")),
            .. When(command.Day < project.StageSince, Problem.Invalid("projects.stage-before", "day", project.StageSince)),
            .. When(string.IsNullOrWhiteSpace(command.Why), Problem.Invalid("projects.why-missing", "why")),
            .. When(command.Why.Length > LongestWhy || command.Decision.Length > 100, Problem.Invalid("projects.why-long", "why", LongestWhy)),
        ];
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        project.Version++;
        if (await write.Move(project, command.Stage, command.Why, stop, command.Day, command.Decision) is { } refused)
        {
            return refused;
        }

        var decision = command.Decision.Trim() is { Length: > 0 } named ? named : null;
        return await db.Commit(asker.Act(Act, command.Why.Trim(), decision), stop) ? project.Version : Problem.Conflict("projects.changed-meanwhile");
    }

    private static IEnumerable<Problem> When(bool wrong, Problem problem) => wrong ? [problem] : [];
}
