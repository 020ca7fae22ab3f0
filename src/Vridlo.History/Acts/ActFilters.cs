using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.History;

namespace Vridlo.History.Acts;

/// <summary>What the history is narrowed by.</summary>
internal static class ActFilters
{
    private static readonly LocalDatePattern[] Days = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d. M. uuuu"), LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu")];

    public static IQueryable<ActShown> Who(IQueryable<ActShown> acts, string who) => Guid.TryParse(who, out _)
        ? acts.Where(a => a.ActorName == who)
        : acts.Where(a => a.ActorKind == who);

    /// <summary>From the beginning of a day on.</summary>
    public static IQueryable<ActShown>? From(IQueryable<ActShown> acts, string day)
    {
        var begin = Day(day)?.AtStartOfDayInZone(DateText.Zone).ToInstant();
        return begin is { } from ? acts.Where(a => a.At >= from) : null;
    }

    /// <summary>Up to the end of a day.</summary>
    public static IQueryable<ActShown>? To(IQueryable<ActShown> acts, string day)
    {
        var end = Day(day)?.PlusDays(1).AtStartOfDayInZone(DateText.Zone).ToInstant();
        return end is { } to ? acts.Where(a => a.At < to) : null;
    }

    private static LocalDate? Day(string text) =>
        Days.Select(p => p.Parse(text)).FirstOrDefault(p => p.Success) is { Success: true, Value: { Year: > 1900 and < 9000 } day } ? day : null;
}
