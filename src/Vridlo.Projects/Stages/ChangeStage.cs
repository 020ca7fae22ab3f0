using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Stages;

/// <summary>Moves a project to another stage, on a day and for a reason; or says that it has been where it stands since another day.</summary>
internal sealed class ChangeStage(AppDb db, WriteProject write, IMoneyLedger money, ProjectAccess access, Asker asker, IClock clock)
{
    public const string Act = "projects.stage-changed";

    public const int LongestWhy = 1000;

    /// <param name="Stage">the stage it comes to; the one where it stands when only its day is mended</param>
    /// <param name="Day">since when; not in the future and not before it came to where it stands, or where it stood before when the day is mended</param>
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

        if (!await access.May(ProjectRights.Edit, project.Id, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        List<Problem> problems =
        [
            .. When(project.Version != command.Version, Problem.Conflict("projects.changed-meanwhile")),
            .. When(command.Day > clock.Today(), Problem.Invalid("projects.stage-future", "day")),
            .. command.Stage == project.Stage ? await Misdated(project, command.Day, stop) : Wrong(project.Stage, project.StageSince, command.Stage, command.Day),
            .. Unreasoned(command.Why, command.Decision),
        ];
        return problems.Count > 0 ? problems.ToArray()
            : await Move([project], command.Stage, command.Day, command.Why, command.Decision, stop) is { } refused ? refused
            : project.Version;
    }

    /// <summary>Moves many projects to one stage today, all of them or none.</summary>
    /// <returns>how many they are</returns>
    public async Task<Result<int>> Together(IReadOnlyList<InstrumentId> ids, Stage stage, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var projects = await db.Set<Project>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).ToListAsync(stop);
        if (projects.Count < ids.Count)
        {
            return Problem.NotFound("projects.unknown");
        }

        if (!await access.May(ProjectRights.Edit, ids, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var today = clock.Today();
        Problem[] problems = [.. projects.SelectMany(p => Wrong(p.Stage, p.StageSince, stage, today)).Distinct(), .. Unreasoned(why)];
        if (stage is Stage.Dropped && problems.Length == 0)
        {
            // Their plans are taken back: whoever else enters money of several of them does not wait in a circle.
            await money.Hold(ids, [], stop);
        }

        return problems.Length > 0 ? problems : await Move(projects, stage, today, why, "", stop) is { } refused ? refused : projects.Count;
    }

    /// <summary>Why a project does not come to a stage on a day.</summary>
    public static IEnumerable<Problem> Wrong(Stage now, LocalDate since, Stage stage, LocalDate day) =>
    [
        .. When(!Enum.IsDefined(stage) || stage == now, Problem.Invalid("projects.stage-same", "stage")),
        .. When(day < since, Problem.Invalid("projects.stage-before", "day", since)),
    ];

    /// <summary>Why a project cannot have been where it stands since another day.</summary>
    private async Task<IEnumerable<Problem>> Misdated(Project project, LocalDate day, CancellationToken stop)
    {
        var before = await db.Set<StageEntry>().AsNoTracking().Where(e => e.ProjectId == project.Id && e.Stage != project.Stage).OrderByDescending(e => e.Id).FirstOrDefaultAsync(stop);
        return
        [
            .. When(day == project.StageSince, Problem.Invalid("projects.stage-day-same", "day")),
            .. before is not null && day < before.Day ? [Problem.Invalid("projects.stage-day-early", "day", before.Stage, before.Day)] : Array.Empty<Problem>(),
        ];
    }

    private async Task<Problem?> Move(IReadOnlyList<Project> projects, Stage stage, LocalDate day, string why, string decision, CancellationToken stop)
    {
        foreach (var project in projects)
        {
            project.Version++;
            if (await write.Move(project, stage, why, stop, day, decision) is { } refused)
            {
                return refused;
            }
        }

        var named = decision.Trim() is { Length: > 0 } told ? told : null;
        return await db.Commit(asker.Act(Act, why.Trim(), named), stop) ? null : Problem.Conflict("projects.changed-meanwhile");
    }

    private static IEnumerable<Problem> Unreasoned(string why, string decision = "") =>
    [
        .. When(string.IsNullOrWhiteSpace(why), Problem.Invalid("projects.why-missing", "why")),
        .. When(why.Length > LongestWhy || decision.Length > 100, Problem.Invalid("projects.why-long", "why", LongestWhy)),
    ];

    private static IEnumerable<Problem> When(bool wrong, Problem problem) => wrong ? [problem] : [];
}
