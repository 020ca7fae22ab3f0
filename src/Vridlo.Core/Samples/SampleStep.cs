using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Samples;

/// <summary>
/// The steps in which a module makes its sample data, through its own commands. Their number and order depend on nothing but the year;
/// what earlier steps have made may be read within a step.
/// </summary>
public delegate IEnumerable<SampleStep> SampleSteps(SampleYear year);

/// <summary>One step: one unit of work of its own, which commits once. A step that was broken off is done again from its beginning.</summary>
/// <returns>null, or why it could not be done: a defect</returns>
public delegate Task<Problem?> SampleStep(SampleUnit unit, CancellationToken stop);

/// <summary>The unit of work of a step; the system itself asks in it.</summary>
public sealed class SampleUnit
{
    private readonly IServiceProvider services;
    private readonly SampleMark mark;

    internal SampleUnit(IServiceProvider services, SampleMark mark) => (this.services, this.mark) = (services, mark);

    internal bool IsCounted { get; private set; }

    /// <summary>A service of the unit.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts into the unit of work that the step is done: called right before its one commit, so that both are written or neither.</summary>
    public AppDb Count()
    {
        var db = Get<AppDb>();
        (mark.Done, IsCounted) = (mark.Done + 1, true);
        return db;
    }
}
