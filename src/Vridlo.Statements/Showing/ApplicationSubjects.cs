using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>Applications as things that people of the office speak of.</summary>
internal static class ApplicationSubjects
{
    private const int Few = 10;

    public static SubjectKey Key(StatementId id) => new(StatementMap.Asked, id.Value.ToString());

    public static async Task<IReadOnlyList<Subject>> Find(IServiceProvider unit, IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        List<StatementId> asked = [.. ids.Select(i => Guid.TryParse(i, out var id) ? id : default).Select(id => new StatementId(id))];
        var found = await unit.GetRequiredService<AppDb>().Set<Application>().Where(a => asked.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(stop);
        var edition = found.Count == 0 ? null : await unit.GetRequiredService<OwnProgramme>().Edition(stop);
        return [.. found.Select(a => new Subject(
            Key(a.Id), new At(edition?.ProgrammeId ?? default, []), new($"{Application.CodeOf(a.Number)} {a.Title}"), $"/prace/vyjadreni/{Application.CodeOf(a.Number)}", IsPublic: false))];
    }

    public static async Task<IReadOnlyList<SubjectKey>> Named(IServiceProvider unit, string text, CancellationToken stop)
    {
        var sought = Folding.Fold(text);
        var found = await unit.GetRequiredService<AppDb>().Set<Application>().Where(a => a.Sought.Contains(sought)).OrderBy(a => a.Title).ThenBy(a => a.Id).Take(Few).Select(a => a.Id).ToListAsync(stop);
        return [.. found.Select(Key)];
    }
}
