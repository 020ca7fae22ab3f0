using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Puts projects into a unit of work that has begun; its nodes and the shares of its money are part of a project. The caller commits.</summary>
internal sealed class WriteProject(AppDb db, IInstruments instruments, IMoneyLedger money, IClock clock)
{
    private LocalDate Today => clock.Today();

    /// <summary>The number after the highest there is, of projects and of those that were withdrawn.</summary>
    public async Task<int> NextNumber(CancellationToken stop) =>
        1 + Math.Max(await db.Set<Project>().MaxAsync(p => (int?)p.Number, stop) ?? 0, await db.Set<WithdrawnProject>().MaxAsync(w => (int?)w.Number, stop) ?? 0);

    /// <summary>Adds a project under a number that nobody has, at the stage and since the day that were read; an intent since today when nothing was. Why it is entered is for the record: stages are public.</summary>
    public async Task<Result<Project>> Add(ProjectRead known, OrganisationId bearer, int number, CancellationToken stop)
    {
        var project = new Project
        {
            Id = TypedId.New<InstrumentId>(), Number = number, Title = known.Title, Sought = "", Stage = known.Stage ?? Stage.Intent, StageSince = known.Since ?? Today, Bearer = bearer,
            Description = "", Need = "", Documents = default, Permits = default, Land = default, Finance = default, Version = 1,
        };
        Set(project, known, bearer);
        instruments.Add(new(project.Id, project.Code, InstrumentKind.Project, new(project.Title), $"/projekty/{project.Code}", project.Place, bearer));
        db.Add(project);
        Enter(project, "");
        return await Link(project.Id, known.Links, stop) is { } refused ? refused : project;
    }

    /// <summary>Makes a project what was read of it.</summary>
    /// <returns>null, or why it cannot be</returns>
    public async Task<Problem?> Change(Project project, ProjectRead known, OrganisationId bearer, CancellationToken stop)
    {
        Set(project, known, bearer);
        project.Version++;
        await instruments.Describe(project.Id, new(project.Title), project.Place, bearer, stop);
        return await Link(project.Id, known.Links, stop);
    }

    /// <summary>
    /// Moves a project to a stage, on a day that is not before it came to where it stands; today when none is said. Where it stands
    /// already it is only there since another day. What is dropped is planned no more: its plan is taken back. What it has committed and paid stays until somebody reverses it, for contracts do not end by that.
    /// </summary>
    /// <param name="project">the project</param>
    /// <param name="stage">the stage it comes to</param>
    /// <param name="why">the reason, which is public with the stage; may be empty</param>
    /// <param name="stop">ends the work</param>
    /// <param name="on">since when</param>
    /// <param name="decision">the resolution it rests on, also public; may be empty</param>
    /// <returns>null, or why it cannot be</returns>
    public async Task<Problem?> Move(Project project, Stage stage, string why, CancellationToken stop, LocalDate? on = null, string decision = "")
    {
        var drops = stage is Stage.Dropped && project.Stage is not Stage.Dropped;
        (project.Stage, project.StageSince) = (stage, on ?? Today);
        Enter(project, why, decision);
        return drops && await money.Plan(project.Id, [], project.StageSince, why.Trim(), stop) is { Ok: false } refused ? refused.Problems[0] : null;
    }

    private void Enter(Project project, string why, string decision = "") =>
        db.Add(new StageEntry { Id = Guid.CreateVersion7(), ProjectId = project.Id, Stage = project.Stage, Day = project.StageSince, Why = why.Trim(), Decision = decision.Trim() });

    private async Task<Problem?> Link(InstrumentId id, IReadOnlyList<NodeShare> links, CancellationToken stop)
    {
        await instruments.Link(id, [.. links.Select(l => l.Node)], stop);
        var shared = await money.Share(id, links, Today, stop);
        return shared.Ok ? null : shared.Problems[0];
    }

    private static void Set(Project project, ProjectRead known, OrganisationId bearer)
    {
        project.Sought = Folding.Fold($"{project.Code} {known.Title}");
        (project.Title, project.Bearer, project.Place) = (known.Title, bearer, known.Place);
        project.Shape = known.Shape ?? (known.KeepsShape && project.Shape is { Single: null } kept ? kept : null);
        (project.Description, project.Need) = (known.Description, known.Need);
        (project.Starts, project.Ends) = (known.Starts, known.Ends);
        (project.Documents, project.Permits, project.Land, project.Finance) = (known.Documents, known.Permits, known.Land, known.Finance);
    }
}
