using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Places;
using Vridlo.Projects.Lists;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Shapes;

/// <summary>A project that has a shape.</summary>
internal sealed record ShapeListed(int Number, string Title, Stage Stage, string Bearer, string? Place, Shape Shape)
{
    public string Code => Project.CodeOf(Number);
}

/// <summary>Reads the shapes of projects.</summary>
internal sealed class ReadShapes(AppDb db)
{
    /// <summary>Most shapes that one map draws.</summary>
    public const int Most = 200;

    /// <summary>Most letters of their texts: some twenty of the largest shapes.</summary>
    private const int MostText = 10_000_000;

    /// <summary>Those of these projects that have one, in the order of their codes.</summary>
    public IQueryable<ShapeListed> Of(IQueryable<ProjectListed> rows) =>
        from row in rows
        join project in db.Set<Project>().AsNoTracking() on row.Id equals project.Id
        where project.Shape != null
        orderby project.Number
        select new ShapeListed(project.Number, project.Title, project.Stage, row.BearerName, project.Place, project.Shape!);

    /// <summary>The shapes of these projects when a map can draw them all; null when there are too many.</summary>
    public async Task<IReadOnlyList<ShapeListed>?> Drawn(IQueryable<ProjectListed> rows, CancellationToken stop)
    {
        var (found, letters) = (new List<ShapeListed>(), 0);
        await foreach (var shape in Of(rows).Take(Most + 1).AsAsyncEnumerable().WithCancellation(stop))
        {
            found.Add(shape);
            letters += shape.Shape.Text.Length;
            if (found.Count > Most || letters > MostText)
            {
                return null;
            }
        }

        return found;
    }
}
