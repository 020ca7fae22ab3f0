using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Enters a project, or changes one as seen at a version. Its nodes and the shares of its money are part of it.</summary>
internal sealed class SaveProject(AppDb db, ReadProject read, IInstruments instruments, IMoneyLedger money, IOrganisations organisations, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    public const string Added = "projects.add", Changed = "projects.change";

    private const string NumberTaken = "projects.number-taken";
    private const int MostTries = 20;

    /// <summary>Enters a project under the next number; whoever meets another who takes the same one takes the next.</summary>
    /// <returns>its code</returns>
    public async Task<Result<string>> Add(ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        for (var left = MostTries; ; left--)
        {
            var added = await AddOnce(typed, language, why, stop);
            if (left == 0 || added.Ok || added.Problems[0].Code != NumberTaken)
            {
                return added;
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result<string>> AddOnce(ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var known = await read.Run(typed, language, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        if (!await May(known.Value.Links.Select(l => l.Node), stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var bearer = await Bearer(known.Value, stop);
        if (!bearer.Ok)
        {
            return bearer.Problems.ToArray();
        }

        var project = new Project
        {
            Id = TypedId.New<InstrumentId>(),
            Number = 1 + (await db.Set<Project>().MaxAsync(p => (int?)p.Number, stop) ?? 0),
            Title = known.Value.Title,
            Sought = "",
            Stage = Stage.Intent,
            StageSince = Today,
            Bearer = bearer.Value,
            Description = "",
            Need = "",
            Documents = default,
            Permits = default,
            Land = default,
            Finance = default,
            Version = 1,
        };
        Set(project, known.Value, bearer.Value);
        instruments.Add(new(project.Id, project.Code, InstrumentKind.Project, new(project.Title), $"/projekty/{project.Code}"));
        db.Add(project);
        db.Add(new StageEntry { Id = Guid.CreateVersion7(), ProjectId = project.Id, Stage = Stage.Intent, Day = Today, Why = why.Trim(), Decision = "" });
        if (await Link(project.Id, known.Value.Links, stop) is { } refused)
        {
            return refused;
        }

        return await db.Commit(asker.Act(Added, why), stop) ? project.Code : Problem.Conflict(NumberTaken);
    }

    /// <summary>Changes a project.</summary>
    /// <returns>its new version</returns>
    public async Task<Result<int>> Change(InstrumentId id, int version, ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (await db.FindAsync<Project>([id], stop) is not { } project)
        {
            return Problem.NotFound("projects.unknown");
        }

        var known = await read.Run(typed, language, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        var before = await money.Shares.Where(s => s.Instrument == id).Select(s => s.Node).ToListAsync(stop);
        if (!await May(before, stop) || !await May(known.Value.Links.Select(l => l.Node), stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        if (project.Version != version)
        {
            return Problem.Conflict("projects.changed-meanwhile");
        }

        var bearer = await Bearer(known.Value, stop);
        if (!bearer.Ok)
        {
            return bearer.Problems.ToArray();
        }

        Set(project, known.Value, bearer.Value);
        project.Version++;
        await instruments.Rename(id, new(project.Title), stop);
        if (await Link(id, known.Value.Links, stop) is { } refused)
        {
            return refused;
        }

        return await db.Commit(asker.Act(Changed, why), stop) ? project.Version : Problem.Conflict("projects.changed-meanwhile");
    }

    private LocalDate Today => clock.GetCurrentInstant().InZone(DateText.Zone).Date;

    private async Task<bool> May(IEnumerable<NodeId> nodes, CancellationToken stop) =>
        asker.May(ProjectRights.Edit, await ledger.Standing([.. nodes], Today, stop));

    /// <summary>The bearer as it is in the register, or entered there now.</summary>
    private async Task<Result<OrganisationId>> Bearer(ProjectRead project, CancellationToken stop)
    {
        if (project.Bearer is { } known)
        {
            return known.Id;
        }

        var entered = await organisations.Enter(project.NewBearer, stop);
        return entered.Ok ? entered : entered.Problems.Select(p => p with { Field = p.Field is "number" ? "bearerNumber" : "bearerName" }).ToArray();
    }

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
        (project.Latitude, project.Longitude) = (known.Point?.Latitude, known.Point?.Longitude);
        (project.Description, project.Need) = (known.Description, known.Need);
        (project.Starts, project.Ends) = (known.Starts, known.Ends);
        (project.Documents, project.Permits, project.Land, project.Finance) = (known.Documents, known.Permits, known.Land, known.Finance);
    }
}
