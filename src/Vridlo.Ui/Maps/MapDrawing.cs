using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace Vridlo.Ui.Maps;

/// <summary>A picture worked out: paths in pixels and labels where they have room.</summary>
internal sealed class MapDrawing
{
    /// <summary>Type sizes in pixels; what phones show is placed as large as phones show it.</summary>
    private const double Small = 13;
    private const double Large = 20.5;
    private const double LargeNote = 16;

    /// <summary>The ring around the place a page is about.</summary>
    public const double Ring = 5;

    /// <summary>Above this many points areas are thinned to what a pixel can show.</summary>
    private const int FineEnough = 4000;

    private readonly MapPicture picture;
    private readonly List<Label> labels = [];
    private readonly List<Label> notes = [];

    public MapDrawing(MapPicture picture, double width, bool labelled)
    {
        this.picture = picture;
        Frame = new(picture.Sight ?? picture.Outline.EnvelopeInternal, width);
        Scale = width / 600;
        var seen = picture.Areas.Where(a => Seen(a.Shape)).ToList();
        Areas = [.. seen.Zip(Thinned([.. seen.Select(a => a.Shape)]), (area, shape) => (area, Frame.Path(shape)))];
        Shapes = [.. picture.Shapes.Where(s => Seen(s.Shape)).OrderBy(s => s.Shape.Dimension is Dimension.Surface ? 0 : 1).Select(s => ShapeDrawn.Of(s, Frame))];
        Marks = [.. picture.Marks.Where(m => picture.Sight is null || Frame.Sight.Contains(m.Longitude, m.Latitude)).OrderBy(m => m.Radius).Select(m => (m, Frame.X(m.Longitude), Frame.Y(m.Latitude)))];
        if (labelled)
        {
            Place(new(Frame.Width, Frame.Height));
        }
    }

    public MapFrame Frame { get; }

    /// <summary>Marks are given for a map 600 wide.</summary>
    public double Scale { get; }

    public IReadOnlyList<(MapArea Area, string Path)> Areas { get; }

    /// <summary>Areas first, so that they cover nothing.</summary>
    public IReadOnlyList<ShapeDrawn> Shapes { get; }

    public IReadOnlyList<(MapMark Mark, double X, double Y)> Marks { get; }

    public IReadOnlyList<Label> Labels => labels;

    /// <summary>Names of areas and of what lies around.</summary>
    public IReadOnlyList<Label> Notes => notes;

    /// <summary>Whether something of a shape is in the picture.</summary>
    public bool Seen(Geometry shape) => Frame.Sight.Intersects(shape.EnvelopeInternal);

    private Geometry[] Thinned(Geometry[] shapes) =>
        shapes.Sum(s => s.NumPoints) <= FineEnough ? shapes : CoverageSimplifier.Simplify(shapes, Frame.Pixel);

    private void Place(LabelPlaces places)
    {
        foreach (var (mark, x, y) in Marks.Where(m => m.Mark.Radius * Scale > 3))
        {
            places.Avoid(x, y, Reach(mark));
        }

        foreach (var (mark, x, y) in Marks.Where(m => m.Mark.Label is not null).OrderBy(m => m.Mark.Rank).ThenByDescending(m => m.Mark.Radius))
        {
            Keep(labels, places.Beside(mark.Label!, x, y, Reach(mark), mark.Rank == 0 ? Large * Scale : Small, mark.Rank));
        }

        foreach (var name in picture.Names)
        {
            Keep(notes, places.Around(name.Text, Frame.X(name.Longitude), Frame.Y(name.Latitude), LargeNote * Scale, 0));
        }

        foreach (var area in picture.Areas.Where(a => a.Name is not null && Seen(a.Shape)))
        {
            var middle = area.Shape.InteriorPoint;
            Keep(notes, places.Around(area.Name!, Frame.X(middle.X), Frame.Y(middle.Y), Small, 1));
        }
    }

    /// <summary>Radius of a mark with the ring around it, when the page is about its place.</summary>
    private double Reach(MapMark mark) => (mark.Radius + (mark.Code == picture.Here ? Ring : 0)) * Scale;

    private static void Keep(List<Label> kept, Label? label)
    {
        if (label is not null)
        {
            kept.Add(label);
        }
    }
}
