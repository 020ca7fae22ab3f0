using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Notices;
using Vridlo.Core.Record;
using Vridlo.Core.Subjects;
using Vridlo.Projects.Showing;

namespace Vridlo.Projects.Editing;

/// <summary>
/// Who answers for a part of a plan is told when a project that carries it out comes, or comes to another stage. One act that brings many,
/// such as a spreadsheet, is one notice.
/// </summary>
internal static class ProjectConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        List<string> ids = [.. changes.Where(c => c.After is not null && IsNews(c.Before)).Select(c => c.Id)];
        var answering = ids.Count == 0 ? [] : (await unit.GetRequiredService<IPeople>().Grants(stop)).Where(g => g.Grant is { Role: Role.Owner or Role.Guarantor, Programme: not null }).ToList();
        var projects = answering.Count == 0 ? [] : await ProjectSubjects.Find(unit, ids, stop);
        return [.. from grant in answering
                   group grant.Grant by grant.Person into person
                   let theirs = projects.Where(p => person.Any(g => g.Reaches(p.At))).ToList()
                   where theirs.Count > 0
                   select Told(unit, person.Key, theirs)];
    }

    /// <summary>Whether a project is new, or came to another stage; other changes are many, and no news.</summary>
    private static bool IsNews(string? before)
    {
        if (before is null)
        {
            return true;
        }

        using var columns = JsonDocument.Parse(before);
        return columns.RootElement.TryGetProperty("stage", out _);
    }

    private static Concern Told(IServiceProvider unit, PersonId person, List<Subject> projects) =>
        projects is [var one]
            ? new(one.Title, "/prace" + one.Path, null, [person], IsPublic: true)
            : new(unit.GetRequiredService<TextCatalogue>().Counted("projects.notice.many", projects.Count - 1, projects[0].Title), "/prace/projekty", null, [person], IsPublic: true);
}
