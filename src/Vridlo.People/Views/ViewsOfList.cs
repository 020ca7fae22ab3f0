using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Views;

/// <summary>The saved views that a list shows above itself. A list may stand on a page that still reads, so this has a unit of its own.</summary>
internal sealed class ViewsOfList(IServiceScopeFactory units, Asker asker) : IListViews
{
    public async Task<IReadOnlyList<ListView>> Of(string path, CancellationToken stop)
    {
        if (asker.Person is not { } me)
        {
            return [];
        }

        await using var unit = units.CreateAsyncScope();
        return await SavedViews.For(unit.ServiceProvider.GetRequiredService<AppDb>(), me.Id).Where(v => v.Path == path).Select(v => new ListView(v.Name, v.Query)).ToListAsync(stop);
    }
}
