using Vridlo.Core;

namespace Vridlo.Demo;

/// <summary>
/// The beginning of the sample data (ukázková data): funds and organisations, on which the sample data of the other modules builds. Nothing of
/// it is stored anywhere; it is made from a number when <c>--demo</c> asks for it.
/// </summary>
public sealed class DemoModule : IModule
{
    /// <inheritdoc/>
    public string Name => "demo";

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.Sample(10, SampleFunds.Steps);
        d.Sample(20, SampleOrganisations.Steps);
    }
}
