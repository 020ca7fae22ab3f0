using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Places;
using Vridlo.Core.Record;
using Vridlo.Places.Boundaries;
using Vridlo.Testing;

namespace Vridlo.Places.Tests.Boundaries;

public sealed class LoadBoundariesStory
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Boundaries", "invented.xml");
    private static readonly Act Someone = new(new("test", "test"), "places.boundaries", "a test");

    [Theory]
    [BothEngines]
    public async Task A_file_of_the_register_gives_boundaries_and_names_what_it_refused(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var loaded = await Load(world, Sample);

        Assert.True(loaded.Ok, string.Join("; ", loaded.Problems));
        Assert.Equal(4, loaded.Value.Loaded);
        Assert.Equal(
            [("999998", "unknown"), ("560383", "unreadable"), ("560537", "invalid"), ("555762", "elsewhere")],
            loaded.Value.Refused.Select(r => (r.Code, r.Why)));
        Assert.Equal(41, loaded.Value.Refused[0].At);

        var cheb = (await Shape(world, "554481"))!;
        Assert.Equal(2, cheb.Shape.NumGeometries);
        Assert.Equal((PlaceLoadKind.Register, "invented.xml"), (cheb.Origin.Kind, cheb.Origin.File));
        var place = await world.In(s => s.GetRequiredService<IPlaces>().All.SingleAsync(p => p.Code == "554481"));
        Assert.True(cheb.Shape.Contains(new Point(place.Longitude!.Value, place.Latitude!.Value)));
        Assert.Equal(0.03, cheb.Shape.GetGeometryN(0).EnvelopeInternal.Height / 2, 2e-4);
        Assert.Null(await Shape(world, "554791"));
    }

    [Theory]
    [BothEngines]
    public async Task Holes_and_arcs_are_kept(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await Load(world, Sample);

        Assert.Equal(1, ((Polygon)(await Shape(world, "554499"))!.Shape).NumInteriorRings);
        var sokolov = (await Shape(world, "560286"))!.Shape.EnvelopeInternal;
        Assert.Equal(0.05, sokolov.Height, 3e-4);
    }

    [Theory]
    [BothEngines]
    public async Task The_same_file_is_not_loaded_twice_and_the_shipped_gazetteer_keeps_its_boundaries(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await Load(world, Sample);
        Assert.Equal("places.boundaries.known", Assert.Single((await Load(world, Sample)).Problems).Code);

        await world.In(async s =>
        {
            var places = s.GetRequiredService<IPlaces>();
            var shape = new Point(12.4, 50.1).Buffer(0.1);
            Assert.True(await places.Enter(new Gazetteer("x", "another digest", [], new Dictionary<string, Geometry> { ["CZ0411"] = shape }), default));
            Assert.True(await s.GetRequiredService<AppDb>().Commit(Someone, default));
        });
        Assert.Equal(PlaceLoadKind.Register, (await Shape(world, "CZ0411"))!.Origin.Kind);
        Assert.Equal(PlaceLoadKind.Gazetteer, (await Shape(world, "CZ0412"))!.Origin.Kind);
    }

    [Theory]
    [BothEngines]
    public async Task A_load_leaves_one_row_in_the_record(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var before = await Recorded(world);
        await Load(world, Sample);
        Assert.Equal(before + 1, await Recorded(world));
    }

    public static TheoryData<string, string> Packed => new() { { "gz", "invented.xml.gz" }, { "zip", "invented.zip" } };

    [Theory]
    [MemberData(nameof(Packed))]
    public async Task Packed_files_are_read(string how, string name)
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        using var folder = new Folder();
        Assert.Equal(4, (await Load(world, folder.Pack(Sample, how, name))).Value!.Loaded);
    }

    [Theory]
    [InlineData("<a/>", "places.boundaries.not-register")]
    [InlineData("just words", "places.boundaries.not-register")]
    [InlineData("", "places.boundaries.not-register")]
    [InlineData("{\"type\":\"Feature", "places.boundaries.broken-json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "places.boundaries.none")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>", "places.boundaries.not-register")]
    [InlineData("PK\u0003\u0004broken", "places.boundaries.unreadable")]
    public async Task A_wrong_file_is_refused_with_a_sentence_and_nothing_is_written(string content, string code)
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        using var folder = new Folder();
        var before = await Recorded(world);
        var refused = Assert.Single((await Load(world, folder.Write("file", Encoding.Latin1.GetBytes(content)))).Problems);
        Assert.Equal((code, ProblemKind.Invalid), (refused.Code, refused.Kind));
        Assert.Equal(before, await Recorded(world));
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_refused_whole()
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        using var folder = new Folder();
        var text = await File.ReadAllBytesAsync(Sample);
        var refused = Assert.Single((await Load(world, folder.Write("cut.xml", text[..^200]))).Problems);
        Assert.Equal("places.boundaries.broken-xml", refused.Code);
        Assert.Null(await Shape(world, "554481"));
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        using var folder = new Folder();
        var bomb = folder.Write("bomb.xml.gz", []);
        await using (var packed = new GZipStream(File.Create(bomb), CompressionLevel.Fastest))
        {
            packed.Write("<vf:VymennyFormat xmlns:vf=\"urn:cz:isvs:ruian:schemas:VymennyFormatTypy:v1\"><vf:Obec><obi:Kod xmlns:obi=\"o\">"u8);
            var digits = new byte[1 << 20];
            Array.Fill(digits, (byte)'1');
            for (var i = 0; i < 200; i++)
            {
                packed.Write(digits);
            }
        }

        Assert.Equal("places.boundaries.too-large", Assert.Single((await Load(world, bomb)).Problems).Code);
    }

    [Theory]
    [InlineData(12.19, 50.22, 12.21, 50.24)]
    [InlineData(-899000, -1010000, -897000, -1008000)]
    public async Task GeoJson_is_read_in_degrees_and_in_metres(double west, double south, double east, double north)
    {
        await using var world = await World.Shipped(Engine.Sqlite);
        using var folder = new Folder();
        var ring = FormattableString.Invariant($"[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]");
        var json = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"KOD_OBEC\":\"554499\"},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}";
        var loaded = await Load(world, folder.Write("obce.geojson", Encoding.UTF8.GetBytes(json)));
        Assert.Equal(1, loaded.Value?.Loaded);
        Assert.True((await Shape(world, "554499"))!.Shape.Distance(new Point(12.195, 50.224)) < 0.05);
    }

    private static Task<Result<BoundariesLoaded>> Load(World world, string file) => world.In(s =>
        s.GetRequiredService<LoadBoundaries>().Run(file, "CZ041", new Progress<double>(), Someone, default));

    private static Task<PlaceShape?> Shape(World world, string code) => world.In(s => s.GetRequiredService<IPlaces>().Shape(code, default));

    private static Task<int> Recorded(World world) => world.In(s =>
        s.GetRequiredService<AppDb>().Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM record_change WHERE subject = 'place.load'").SingleAsync());
}
