using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Search;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Showing;

/// <summary>What search knows of projects; each is a scope of its own.</summary>
internal sealed class ProjectSearch : ISearchSource
{
    private const string Kind = "project";

    public string Name => "project";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, 25)];

    public IReadOnlyList<string> Touched(AppDb db) =>
        [.. db.ChangeTracker.Entries<Project>().Where(e => e.State is not EntityState.Unchanged).Select(e => e.Entity.Id.Value.ToString())];

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<Project>().OrderBy(p => p.Number).Select(p => p.Id).ToListAsync(stop)).Select(id => id.Value.ToString())];

    public async IAsyncEnumerable<SearchItem> Items(AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        List<InstrumentId> ids = [.. scopes.Select(s => new InstrumentId(Guid.Parse(s)))];
        foreach (var project in await db.Set<Project>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Title, p.Description, p.Need }).ToListAsync(stop))
        {
            var code = Project.CodeOf(project.Number);
            yield return new()
            {
                Scope = project.Id.Value.ToString(),
                Kind = Kind,
                Code = code,
                Title = new(project.Title),
                Body = [.. new[] { project.Description, project.Need }.Where(t => t.Length > 0).Select(t => new Localized(t))],
                Path = $"/projekty/{code}",
            };
        }
    }
}
