using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Who may read what was changed in projects: whoever may read them where they carry something out. A changed part raises the version of its project, so its project tells of it.</summary>
internal static class ProjectHistory
{
    /// <summary>The history of one project, in the list of all acts.</summary>
    public static string Of(Project project) => $"/prace/historie?thing={ProjectMap.Subject}/{project.Id.Value}";

    public static void Declare(Declarations d)
    {
        d.History(new(ProjectMap.Subject, ProjectRights.Read, async (unit, stop) => [.. (await Readable(unit, stop)).Select(id => id.Value.ToString())]));
        d.History(new("projects.stage", ProjectRights.Read, (unit, stop) => Of<StageEntry>(unit, s => s.ProjectId, s => s.Id, stop)));
        d.History(new("projects.partner", ProjectRights.Read, (unit, stop) => Of<Partner>(unit, r => r.ProjectId, r => r.Id, stop)));
        d.History(new("projects.milestone", ProjectRights.Read, (unit, stop) => Of<Milestone>(unit, r => r.ProjectId, r => r.Id, stop)));
        d.History(new("projects.risk", ProjectRights.Read, (unit, stop) => Of<Risk>(unit, r => r.ProjectId, r => r.Id, stop)));
        d.History(new("projects.outcome", ProjectRights.Read, (unit, stop) => Of<Outcome>(unit, r => r.ProjectId, r => r.Id, stop)));
        d.History(new("projects.contact", ProjectRights.Read));
        d.History(new("projects.achievement", ProjectRights.Read));
        d.History(new(ProjectMap.Withdrawn, ProjectRights.Read));
        d.History(new("instrument.key", ProjectRights.Read));
    }

    private static async Task<HashSet<InstrumentId>> Readable(IServiceProvider unit, CancellationToken stop) =>
        await unit.GetRequiredService<ProjectAccess>().Where(ProjectRights.Read, await unit.GetRequiredService<AppDb>().Set<Project>().Select(p => p.Id).ToListAsync(stop), stop);

    private static async Task<IReadOnlyCollection<string>> Of<TPart>(IServiceProvider unit, Func<TPart, InstrumentId> project, Func<TPart, Guid> id, CancellationToken stop)
        where TPart : class
    {
        var readable = await Readable(unit, stop);
        return [.. (await unit.GetRequiredService<AppDb>().Set<TPart>().AsNoTracking().ToListAsync(stop)).Where(r => readable.Contains(project(r))).Select(r => id(r).ToString())];
    }
}
