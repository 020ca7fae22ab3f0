using CsCheck;
using Vridlo.Core.Places;

namespace Vridlo.Core.Tests.Places;

public sealed class KrovakTests
{
    /// <summary>A point of the Czech network as the tests of DotSpatial give it, to a metre; a metre is 1e-5 of a degree here.</summary>
    [Theory]
    [InlineData(-868208.52, -1095793.96)]
    [InlineData(-1095793.96, -868208.52)]
    [InlineData(1095793.96, 868208.52)]
    public void A_known_point_is_where_it_is_whatever_the_order_and_sign(double a, double b)
    {
        var point = Krovak.ToWgs84(a, b);
        Assert.Equal(12.8069888666667, point.X, 1.5e-5);
        Assert.Equal(49.4522626972222, point.Y, 1.0e-5);
    }

    /// <summary>A centimetre is 1e-7 of a degree here.</summary>
    [Fact]
    public void There_and_back_is_the_same_place() => Gen.Select(Gen.Double[12.1, 18.8], Gen.Double[48.6, 51.0]).Sample((longitude, latitude) =>
    {
        var metres = Krovak.FromWgs84(longitude, latitude);
        Assert.True(metres.X < 0 && metres.Y < 0 && Krovak.IsMetres(metres.X, metres.Y));
        var back = Krovak.ToWgs84(metres.X, metres.Y);
        Assert.Equal(longitude, back.X, 2e-7);
        Assert.Equal(latitude, back.Y, 2e-7);
    });
}
