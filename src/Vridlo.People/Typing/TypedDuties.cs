using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Duties;

namespace Vridlo.People.Typing;

/// <summary>Texts that were begun and not sent, as tasks: until the day when they are thrown away. What is being typed just now is none.</summary>
internal static class TypedDuties
{
    private static readonly Duration Left = Duration.FromHours(1);

    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        var (me, before) = (asker.Person!.Id, unit.GetRequiredService<IClock>().GetCurrentInstant() - Left);
        var left = await unit.GetRequiredService<AppDb>().Set<TypedForm>().AsNoTracking().Where(t => t.PersonId == me && t.TakenAt == null && t.At < before)
            .Select(t => new { t.Id, t.Title, t.Path, t.At, t.Until }).ToListAsync(stop);
        return [.. left.Select(t => new Duty("people.typed.duty", new(t.Title ?? t.Path), TypedLink.Of(t.Path, t.Id), t.At, t.Until.InZone(DateText.Zone).Date))];
    }
}
