using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Places;

internal static class PlacesMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PlaceRow>(place =>
        {
            place.ToTable("place").HasKey(p => p.Code);
            place.Property(p => p.Name).InCzechOrder();
            place.HasIndex(p => new { p.RegionCode, p.Kind, p.Name, p.Code });
            place.HasIndex(p => new { p.Kind, p.Latitude });
            place.HasIndex(p => p.ParentCode);
            place.Shown(Topics.Places);
        });
        model.Entity<PlaceLoadRow>(load =>
        {
            load.ToTable("place_load").HasKey(l => l.Id);
            load.Recorded("place.load", Topics.Places);
        });
        model.Entity<PlaceGeometryRow>(shape =>
        {
            shape.ToTable("place_geometry").HasKey(g => g.PlaceCode);
            shape.HasOne<PlaceRow>().WithOne().HasForeignKey<PlaceGeometryRow>(g => g.PlaceCode);
            shape.HasOne<PlaceLoadRow>().WithMany().HasForeignKey(g => g.LoadId);
            shape.HasIndex(g => new { g.West, g.East, g.South, g.North });
            shape.Shown(Topics.Places);
        });
    }
}
