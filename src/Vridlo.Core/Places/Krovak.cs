using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Vridlo.Core.Places;

/// <summary>
/// Between S-JTSK in Křovák's projection (EPSG:5514) and WGS 84. The seven parameters are those of EPSG:1623 as PROJ lists them for
/// the Czech Republic; they agree with the official grid to about a metre.
/// </summary>
public static class Krovak
{
    private const string Wkt =
        """
        PROJCS["S-JTSK / Krovak East North",
          GEOGCS["S-JTSK",
            DATUM["System_of_the_Unified_Trigonometrical_Cadastral_Network",
              SPHEROID["Bessel 1841",6377397.155,299.1528128],
              TOWGS84[570.8,85.7,462.8,4.998,1.587,5.261,3.56]],
            PRIMEM["Greenwich",0],
            UNIT["degree",0.0174532925199433]],
          PROJECTION["Krovak"],
          PARAMETER["latitude_of_center",49.5],
          PARAMETER["longitude_of_center",24.8333333333333],
          PARAMETER["azimuth",30.2881397527778],
          PARAMETER["pseudo_standard_parallel_1",78.5],
          PARAMETER["scale_factor",0.9999],
          PARAMETER["false_easting",0],
          PARAMETER["false_northing",0],
          UNIT["metre",1],
          AXIS["X",EAST],
          AXIS["Y",NORTH]]
        """;

    /// <summary>Seven decimals of a degree are a centimetre.</summary>
    private const int Decimals = 7;

    private static readonly MathTransform Transform = new CoordinateTransformationFactory()
        .CreateFromCoordinateSystems(new CoordinateSystemFactory().CreateFromWkt(Wkt), GeographicCoordinateSystem.WGS84)
        .MathTransform;

    private static readonly MathTransform Back = Transform.Inverse();

    /// <summary>
    /// A pair of metres as degrees. Files write the pair in either order and with either sign; it is told by what Křovák chose the
    /// projection for: in all of Czechoslovakia the distance to the south is greater than that to the west.
    /// </summary>
    public static Coordinate ToWgs84(double a, double b)
    {
        var (longitude, latitude) = Transform.Transform(-Math.Min(Math.Abs(a), Math.Abs(b)), -Math.Max(Math.Abs(a), Math.Abs(b)));
        return new(Math.Round(longitude, Decimals), Math.Round(latitude, Decimals));
    }

    /// <summary>Degrees as metres, EPSG:5514: both are negative in the Czech Republic.</summary>
    public static Coordinate FromWgs84(double longitude, double latitude)
    {
        var (x, y) = Back.Transform(longitude, latitude);
        return new(x, y);
    }

    /// <summary>Whether a pair of numbers can be metres of S-JTSK within the Czech Republic, in whatever order and sign.</summary>
    public static bool IsMetres(double a, double b) =>
        Math.Min(Math.Abs(a), Math.Abs(b)) is > 400_000 and < 950_000 && Math.Max(Math.Abs(a), Math.Abs(b)) is > 900_000 and < 1_300_000;
}
