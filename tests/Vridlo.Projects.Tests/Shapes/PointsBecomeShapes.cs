using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Shapes;

/// <summary>The points of projects that were there before are kept when the database is upgraded.</summary>
public sealed class PointsBecomeShapes
{
    [Theory, BothEngines]
    public async Task With_the_upgrade(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var world = World.Beside(database);
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.GetService<IMigrator>().MigrateAsync("Attachments");
            foreach (var (number, latitude, longitude) in new (int, double?, double?)[] { (1, 50.2305, 12.8712345), (2, null, null), (3, 50, 13) })
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO projects_project (id, number, title, sought, stage, stage_since, bearer, latitude, longitude, description, need, documents, permits, land, finance, version) VALUES ({Guid.CreateVersion7()}, {number}, 'Lávka', '', 'Intent', {new DateOnly(2026, 1, 1)}, {Guid.CreateVersion7()}, {latitude}, {longitude}, '', '', 'Open', 'Open', 'Open', 'Open', 1)");
            }

            await db.Upgrade(default);
            var shapes = await db.Set<Project>().AsNoTracking().OrderBy(p => p.Number).Select(p => p.Shape).ToListAsync();
            Assert.Equal([(50.2305, 12.8712345), null, (50, 13)], shapes.Select(s => s?.Single is { } at ? (at.Y, at.X) : ((double, double)?)null));
        });
    }
}
