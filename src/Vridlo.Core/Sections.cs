namespace Vridlo.Core;

/// <summary>Reads the sections that modules add to the page of a thing.</summary>
public static class Sections
{
    /// <summary>The components with their parameters, in the order given; one after the other, as they share a unit of work.</summary>
    /// <param name="sections">what modules have declared</param>
    /// <param name="services">the services of the request</param>
    /// <param name="thing">what the page is of</param>
    /// <param name="stop">ends the reading</param>
    public static async Task<IReadOnlyList<(Type Component, IDictionary<string, object> Parameters)>> Read<T>(
        IEnumerable<Section<T>> sections, IServiceProvider services, T thing, CancellationToken stop)
    {
        List<(Type, IDictionary<string, object>)> read = [];
        foreach (var section in sections)
        {
            if (await section.Read(services, thing, stop) is { } parameters)
            {
                read.Add((section.Component, parameters.ToDictionary(p => p.Key, p => p.Value!)));
            }
        }

        return read;
    }
}
