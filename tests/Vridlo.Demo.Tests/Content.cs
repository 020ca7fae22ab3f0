using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Samples;

namespace Vridlo.Demo.Tests;

/// <summary>What an installation holds, without what is new at every load: identities and the moments of entering.</summary>
internal static class Content
{
    public const int Seed = 2021;

    public static Task<Result<SampleLoaded>> Load(IServiceProvider services, int seed = Seed, IProgress<double>? progress = null, CancellationToken stop = default) =>
        services.GetRequiredService<LoadSample>().Run(seed, progress ?? new Silent(), stop);

    public static async Task<IReadOnlyList<string>> Of(IServiceProvider unit)
    {
        var money = unit.GetRequiredService<IMoneyLedger>();
        List<string> lines =
        [
            .. (await money.Postings.ToListAsync()).Select(p => $"posting {p.InstrumentCode} {p.FundCode} {p.Year} {p.Kind} {p.Amount} {p.Day} {p.Document} {p.Note}"),
            .. (await (from y in money.Years join f in money.Funds on y.Fund equals f.Id select new { f.Code, y.Year, y.Approved, y.Adjusted, y.Planned, y.Committed, y.Paid, y.Recovered }).ToListAsync()).Select(y => $"year {y}"),
            .. (await unit.GetRequiredService<IOrganisations>().All.ToListAsync()).Select(o => $"organisation {o.Number} {o.Name} {o.Place} {o.Address}"),
            .. (await unit.GetRequiredService<IInstruments>().All.Where(i => i.Kind == InstrumentKind.Project).ToListAsync()).Select(i => $"project {i.Code} {i.Title}"),
            .. (await unit.GetRequiredService<IInstruments>().Keys.ToListAsync()).Select(k => $"key {k.Kind} {k.Value}"),
        ];
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
