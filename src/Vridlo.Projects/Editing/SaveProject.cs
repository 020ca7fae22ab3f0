using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Enters a project as it was typed, or changes one as seen at a version.</summary>
internal sealed class SaveProject(AppDb db, ReadProject read, WriteProject write, StandingLinks links, IOrganisations organisations, ProjectAccess access, Asker asker)
{
    public const string Added = "projects.add", Changed = "projects.change";

    public const string NumberTaken = "projects.number-taken";
    public const int MostTries = 20;

    /// <summary>Enters a project under the next number; whoever meets another who takes the same one takes the next.</summary>
    /// <returns>its code</returns>
    public async Task<Result<string>> Add(ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        for (var left = MostTries; ; left--)
        {
            var added = await AddOnce(typed, language, why, stop);
            if (left == 0 || added.Ok || !Collided(added.Problems[0]))
            {
                return added;
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Whether somebody else took the number, or entered the same bearer, since it was looked for: the next try finds them.</summary>
    public static bool Collided(Problem problem) => problem.Code is NumberTaken or IOrganisations.NumberTaken;

    private async Task<Result<string>> AddOnce(ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var project = await Put(typed, language, stop);
        return !project.Ok ? project.Problems.ToArray()
            : await db.Commit(asker.Act(Added, why), stop) ? project.Value.Code : Problem.Conflict(NumberTaken);
    }

    /// <summary>Puts a project under the next number into a unit of work that has begun; the caller commits, and begins anew when somebody took the number.</summary>
    public async Task<Result<Project>> Put(ProjectTyped typed, Language language, CancellationToken stop)
    {
        var known = await read.Run(typed, language, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        if (!await access.May(ProjectRights.Edit, [.. known.Value.Links.Select(l => l.Node)], stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var bearer = await Bearer(known.Value, stop);
        return bearer.Ok ? await write.Add(known.Value, bearer.Value, await write.NextNumber(stop), stop) : bearer.Problems.ToArray();
    }

    /// <summary>Changes a project.</summary>
    /// <returns>its new version</returns>
    public async Task<Result<int>> Change(InstrumentId id, int version, ProjectTyped typed, Language language, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var bears = await Bears(id, stop);
        var project = await Alter(id, version, Meant(typed, bears), bears, language, stop);
        return !project.Ok ? project.Problems.ToArray()
            : await db.Commit(asker.Act(Changed, why), stop) ? project.Value.Version : Problem.Conflict("projects.changed-meanwhile");
    }

    /// <summary>
    /// Whom one field names must not be met half by what is known of another: where only the number or only the name is another than that of the bearer there is,
    /// the other one does not count. A number given to a bearer that had none is that bearer's.
    /// </summary>
    private static ProjectTyped Meant(ProjectTyped typed, OrganisationListed? standing)
    {
        var (number, name) = (CompanyNumber.Read(typed.BearerNumber), typed.BearerName.Trim());
        var renumbered = typed.BearerNumber.Trim().Length > 0 && (!number.Ok || number.Value.Digits != standing?.Number);
        var renamed = name.Length > 0 && OrganisationNames.Key(name) != standing?.NameKey;
        return standing is null || renumbered == renamed ? typed
            : renamed ? typed with { BearerNumber = "" }
            : standing.Number is null ? typed : typed with { BearerName = "" };
    }

    /// <summary>Who bears a project as the register has it now; null when there is no such project.</summary>
    private Task<OrganisationListed?> Bears(InstrumentId id, CancellationToken stop) =>
        (from project in db.Set<Project>().AsNoTracking()
         where project.Id == id
         join named in organisations.All on project.Bearer equals named.Id
         join bearer in organisations.All on named.Self equals bearer.Id
         select bearer).FirstOrDefaultAsync(stop);

    /// <summary>Changes a project in a unit of work that has begun; the caller commits.</summary>
    public async Task<Result<Project>> Alter(InstrumentId id, int version, ProjectTyped typed, Language language, CancellationToken stop) =>
        await Alter(id, version, typed, await Bears(id, stop), language, stop);

    private async Task<Result<Project>> Alter(InstrumentId id, int version, ProjectTyped typed, OrganisationListed? bears, Language language, CancellationToken stop)
    {
        if (await db.FindAsync<Project>([id], stop) is not { } project)
        {
            return Problem.NotFound("projects.unknown");
        }

        var known = await read.Run(typed, language, stop, [.. (await links.Of([id], stop))[id]], bears);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        if (!await access.May(ProjectRights.Edit, id, stop) || !await access.May(ProjectRights.Edit, [.. known.Value.Links.Select(l => l.Node)], stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        if (project.Version != version)
        {
            return Problem.Conflict("projects.changed-meanwhile");
        }

        var bearer = await Bearer(known.Value, stop);
        return !bearer.Ok ? bearer.Problems.ToArray() : await write.Change(project, known.Value, bearer.Value, stop) is { } refused ? refused : project;
    }

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
}
