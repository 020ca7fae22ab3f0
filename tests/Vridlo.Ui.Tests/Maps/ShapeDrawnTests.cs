using NetTopologySuite.Geometries;
using Vridlo.Ui.Maps;

namespace Vridlo.Ui.Tests.Maps;

/// <summary>Things over the land are drawn where they are, with no more points than can be seen, and none is lost for being small.</summary>
public sealed class ShapeDrawnTests
{
    private static readonly LinearRing Land = new([new(12, 50), new(13, 50), new(13, 50.6), new(12, 50.6), new(12, 50)]);

    [Fact]
    public void A_line_of_many_points_is_drawn_with_few_and_an_area_below_it()
    {
        var line = new LineString([.. Enumerable.Range(0, 20_000).Select(i => new Coordinate(12.2 + (i * 0.00003), 50.3))]);
        var area = new Polygon(new LinearRing([new(12.5, 50.2), new(12.7, 50.2), new(12.7, 50.4), new(12.5, 50.2)]));
        var drawing = Drawn(null, line, area);
        Assert.Equal([true, false], drawing.Shapes.Select(s => s.Area.Length > 0));
        Assert.Equal([false, true], drawing.Shapes.Select(s => s.Line.Length > 0));
        Assert.Equal(2, drawing.Shapes[1].Line.Count(c => c is 'M' or 'L'));
        Assert.DoesNotContain('Z', drawing.Shapes[1].Line);
        Assert.EndsWith("Z", drawing.Shapes[0].Area);
        Assert.All(drawing.Shapes, s => Assert.Empty(s.Dots));
    }

    [Fact]
    public void What_is_too_small_to_be_seen_is_a_dot()
    {
        var park = new Polygon(new LinearRing([new(12.5, 50.2), new(12.501, 50.2), new(12.501, 50.201), new(12.5, 50.2)]));
        Assert.Single(Drawn(null, park).Shapes[0].Dots);
        var near = new Envelope(12.499, 12.502, 50.199, 50.202);
        Assert.Empty(Drawn(near, park).Shapes[0].Dots);
        Assert.Equal(2, Drawn(null, new MultiPoint([new(12.5, 50.2), new(12.6, 50.3)])).Shapes[0].Dots.Count);
    }

    [Fact]
    public void What_is_out_of_sight_is_left_out()
    {
        var point = new Point(12.9, 50.5);
        Assert.Single(Drawn(null, point).Shapes);
        var drawing = Drawn(new(12.1, 12.3, 50.1, 50.2), point);
        Assert.Empty(drawing.Shapes);
        Assert.Empty(drawing.Marks);
        Assert.Equal((600, true), (drawing.Frame.Width, drawing.Frame.Height is > 350 and < 520));
    }

    private static MapDrawing Drawn(Envelope? sight, params Geometry[] shapes) => new(
        new()
        {
            Title = "Mapa", Outline = new Polygon(Land), Sight = sight, Marks = [new("1", "Cheb", 12.9, 50.5, null)], Shapes = [.. shapes.Select(s => new MapShape("Projekt", s, null))],
        },
        600, labelled: true);
}
