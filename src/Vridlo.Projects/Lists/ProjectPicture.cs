using Vridlo.Core.Places;
using Vridlo.Ui.Maps;

namespace Vridlo.Projects.Lists;

/// <summary>Draws how many projects there are in each municipality: the area of a circle says the number.</summary>
internal static class ProjectPicture
{
    private const double Largest = 16, Smallest = 3;

    /// <param name="territory">the region; it must have a shape</param>
    /// <param name="counts">the municipalities that have any</param>
    /// <param name="title">what the map shows, for those who do not see it</param>
    /// <param name="say">what a circle is called when pointed at</param>
    /// <param name="href">where it leads</param>
    /// <param name="shapes">the projects whose shapes are drawn</param>
    /// <returns>null when the territory has no shape</returns>
    public static MapPicture? Of(
        Territory territory, IReadOnlyList<(Place Place, int Count)> counts, string title, Func<(Place Place, int Count), string> say, Func<string, string> href, IReadOnlyList<MapShape> shapes) => territory.Outline is not { } outline ? null : new()
        {
            Title = title,
            Outline = outline.Shape,
            Around = [.. territory.Shapes.Where(s => s.Place.Kind == territory.Self.Kind && s.Place.Code != territory.Self.Code).Select(s => s.Shape)],
            Areas = [.. territory.Shapes.Where(s => s.Place.Kind is PlaceKind.District && s.Place.Parent == territory.Self.Code).Select(s => new MapArea(s.Place.Code, s.Place.Name, s.Shape, null))],
            Shapes = shapes,
            Marks = [.. from count in counts
                        where count.Place is { Latitude: not null, Longitude: not null }
                        orderby count.Count descending
                        select new MapMark(
                            count.Place.Code, say(count), count.Place.Longitude!.Value, count.Place.Latitude!.Value, href(count.Place.Code), MapMarkKind.Figure,
                            count.Place.Name, count.Place.Status is PlaceStatus.ExtendedPowers ? 0 : 1, Radius(count.Count, counts.Max(c => c.Count)))],
        };

    internal static double Radius(int count, int most) => Math.Max(Smallest, Largest * Math.Sqrt((double)count / most));
}
