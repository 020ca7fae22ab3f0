using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Notices;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>Who answers for what an application says that it carries out is told when it comes, and when it is changed.</summary>
internal static class StatementConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        List<StatementId> ids = [.. changes.Where(c => c.Before is null || act.Kind == ChangeApplication.Act).Select(c => new StatementId(Guid.Parse(c.Id)))];
        var concerns = new List<Concern>();
        foreach (var application in ids.Count == 0 ? [] : await unit.GetRequiredService<AppDb>().Set<Application>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop))
        {
            var at = await unit.GetRequiredService<OwnProgramme>().At(application.Claimed.Split(", "), stop);
            concerns.Add(new(new($"{application.Code} {application.Title}"), $"/prace/vyjadreni/{application.Code}", at, [], IsPublic: false));
        }

        return concerns;
    }
}
