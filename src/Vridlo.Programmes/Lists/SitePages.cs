using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Lists;

/// <summary>The public pages of programmes, for the map of the site.</summary>
internal static class SitePages
{
    private static readonly string[] OfProgramme = ["", "/pokryti", "/povedlo-se", "/vydani", "/srovnani", "/opatreni", "/aktivity"];

    public static async IAsyncEnumerable<string> All(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        var (ledger, clock) = (services.GetRequiredService<IProgrammeLedger>(), services.GetRequiredService<IClock>());
        yield return "/";
        yield return "/programy";
        var today = clock.Today();
        foreach (var programme in await ledger.Programmes.OrderBy(p => p.Id).Select(p => p.Code).ToListAsync(stop))
        {
            var root = "/programy/" + programme;
            foreach (var page in OfProgramme)
            {
                yield return root + page;
            }

            foreach (var edition in await ledger.Editions(programme, stop))
            {
                yield return $"{root}/vydani/{edition.Code}";
            }

            if (await ledger.InForce(programme, today, stop) is { } current)
            {
                await foreach (var code in ledger.Nodes(current.Id).OrderBy(n => n.Position).Select(n => n.Code).AsAsyncEnumerable().WithCancellation(stop))
                {
                    yield return $"{root}/{code}";
                }
            }
        }
    }
}
