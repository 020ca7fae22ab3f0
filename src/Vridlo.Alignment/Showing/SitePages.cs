using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Showing;

/// <summary>The public pages of this module: all programmes against the goals agreed between states.</summary>
internal static class SitePages
{
    public static async IAsyncEnumerable<string> All(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return "/soulad";
        var all = await services.GetRequiredService<IProgrammeLedger>().Programmes.OrderBy(p => p.Id).Select(p => new { p.Code, p.Kind }).ToListAsync(stop);
        foreach (var goals in all.Where(p => p.Kind is ProgrammeKind.International))
        {
            foreach (var programme in all.Where(p => p.Kind is not ProgrammeKind.International))
            {
                yield return $"/soulad/{programme.Code}/{goals.Code}";
                yield return $"/soulad/{programme.Code}/{goals.Code}/seznam";
            }
        }
    }
}
