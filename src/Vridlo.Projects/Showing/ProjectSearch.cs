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

    public Task<IReadOnlyList<string>> Due(AppDb db, LocalDate since, LocalDate today, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<Project>().OrderBy(p => p.Number).Select(p => p.Id).ToListAsync(stop)).Select(id => id.Value.ToString())];

    public async IAsyncEnumerable<SearchItem> Items(AppDb db, string scope, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        var id = new InstrumentId(Guid.Parse(scope));
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is { } project)
        {
            yield return new()
            {
                Kind = Kind,
                Code = project.Code,
                Title = new(project.Title),
                Body = [.. new[] { project.Description, project.Need }.Where(t => t.Length > 0).Select(t => new Localized(t))],
                Path = $"/projekty/{project.Code}",
            };
        }
    }
}
