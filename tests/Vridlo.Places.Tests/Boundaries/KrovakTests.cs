using Vridlo.Places.Boundaries;

namespace Vridlo.Places.Tests.Boundaries;

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
}
