using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Showing;

/// <summary>Projects as things that can be spoken of.</summary>
internal static class ProjectSubjects
{
    public static SubjectKey Key(InstrumentId project) => new(ProjectMap.Subject, project.Value.ToString());

    public static async Task<IReadOnlyList<Subject>> Find(IServiceProvider unit, IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        List<InstrumentId> asked = [.. ids.Select(i => Guid.TryParse(i, out var id) ? id : default).Select(id => new InstrumentId(id))];
        var projects = await unit.GetRequiredService<AppDb>().Set<Project>().AsNoTracking().Where(p => asked.Contains(p.Id)).ToListAsync(stop);
        var shares = await unit.GetRequiredService<IMoneyLedger>().Shares.Where(s => asked.Contains(s.Instrument)).OrderByDescending(s => s.Share).ToListAsync(stop);
        var carried = shares.ToLookup(s => s.Instrument, s => s.Node);
        var edition = projects.TrueForAll(p => carried.Contains(p.Id)) ? null : await unit.GetRequiredService<OwnProgramme>().Edition(stop);
        var standing = (await unit.GetRequiredService<IProgrammeLedger>().Standing([.. shares.Select(s => s.Node).Distinct()], unit.GetRequiredService<NodaTime.IClock>().Today(), stop)).ToLookup(n => n.Id);
        return [.. projects.Select(p => new Subject(Key(p.Id), Place(p.Id), new($"{p.Code} {p.Title}"), $"/projekty/{p.Code}", IsPublic: true))];

        // All places where it stands, so that whoever answers for any of them may do there what is done at one.
        At Place(InstrumentId project)
        {
            List<NodeStanding> nodes = [.. carried[project].SelectMany(n => standing[n])];
            return nodes is [{ ProgrammeId: var programme }, ..] ? new(programme, [.. nodes.Where(n => n.ProgrammeId == programme).SelectMany(n => n.Path).Distinct()]) : new(edition?.ProgrammeId ?? default, []);
        }
    }

    public static async Task<IReadOnlyList<SubjectKey>> Named(IServiceProvider unit, string text, CancellationToken stop)
    {
        var sought = Folding.Fold(text);
        var found = await unit.GetRequiredService<AppDb>().Set<Project>().Where(p => p.Sought.Contains(sought)).OrderBy(p => p.Title).ThenBy(p => p.Id).Take(10).Select(p => p.Id).ToListAsync(stop);
        return [.. found.Select(Key)];
    }
}
