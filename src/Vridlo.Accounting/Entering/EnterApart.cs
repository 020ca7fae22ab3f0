using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Access;

namespace Vridlo.Accounting.Entering;

/// <summary>Enters the rows of a source in a unit of work of its own, for whoever asks in this one.</summary>
internal sealed class EnterApart(IServiceScopeFactory scopes, Asker asker)
{
    public async Task<int> Run(SourceId source, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().Become(asker);
        return await scope.ServiceProvider.GetRequiredService<EnterRows>().Run(source, stop);
    }
}
