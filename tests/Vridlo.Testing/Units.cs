using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Testing;

/// <summary>Units of work over the services of an application.</summary>
public sealed class Units(IServiceProvider services)
{
    /// <summary>Does something in a unit of work of its own.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="In{T}"/>
    public Task In(Func<IServiceProvider, Task> work) => In(async unit =>
    {
        await work(unit);
        return true;
    });

    /// <summary>Enters an edition and commits it.</summary>
    public Task<Result<Entered>> Enter(EditionContent content) => In(async unit =>
    {
        var entered = await unit.GetRequiredService<IProgrammeLedger>().Enter(content, default);
        return !entered.Ok || !entered.Value.Changed || await unit.GetRequiredService<AppDb>().Commit(Act, default)
            ? entered
            : Problem.Conflict("programmes.load.meanwhile", content.Code);
    });

    /// <summary>What tests do they do in this name.</summary>
    public static Act Act { get; } = new(new("test", "test"), "programmes.load", "a test wants it", "ZK 1/26");
}
