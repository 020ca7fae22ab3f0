using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Duties;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>Open applications as tasks of those whose they are, each with its deadline.</summary>
internal static class StatementDuties
{
    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        if (!asker.May(StatementRights.Decide))
        {
            return [];
        }

        var open = await unit.GetRequiredService<AppDb>().Set<Application>().Where(a => a.Stage == Stage.Received || a.Stage == Stage.Decided)
            .OrderBy(a => a.Due).ThenBy(a => a.Id).Select(a => new { a.Id, a.Number, a.Title, a.Stage, a.ReceivedOn, a.Due, a.Claimed }).ToListAsync(stop);
        var own = await unit.GetRequiredService<StatementAccess>().Own([.. open.Select(a => (a.Id, a.Claimed))], stop);
        return [.. open.Where(a => own.Contains(a.Id)).Select(a => new Duty(
            a.Stage is Stage.Received ? "statements.duty.decide" : "statements.duty.issue",
            new($"{Application.CodeOf(a.Number)} {a.Title}"),
            $"/prace/vyjadreni/{Application.CodeOf(a.Number)}",
            a.ReceivedOn.AtStartOfDayInZone(DateText.Zone).ToInstant(),
            a.Due))];
    }
}
