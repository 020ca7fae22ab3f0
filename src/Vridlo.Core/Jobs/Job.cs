using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Jobs;

/// <summary>When recurring work is due. A job never seen before is due at once; one that was missed while nothing ran, once.</summary>
public sealed class Schedule
{
    private readonly Func<Instant, Instant> next;

    private Schedule(Func<Instant, Instant> next) => this.next = next;

    /// <summary>So long after it was begun the last time.</summary>
    public static Schedule Every(Duration interval) =>
        interval > Duration.Zero ? new(after => after + interval) : throw new ArgumentOutOfRangeException(nameof(interval), interval, "Time goes forward.");

    /// <summary>Every day at this time of Czech offices; once on the days when clocks are set.</summary>
    public static Schedule Daily(LocalTime at) => new(after =>
    {
        var today = after.InZone(DateText.Zone).Date;
        var due = Of(today);
        return due > after ? due : Of(today.PlusDays(1));

        Instant Of(LocalDate day) => day.At(at).InZoneLeniently(DateText.Zone).ToInstant();
    });

    /// <summary>The first moment after the given one.</summary>
    internal Instant Next(Instant after) => next(after);
}

/// <summary>What a job does, in a unit of work of its own in which the system asks. May be done again when it was broken off.</summary>
public delegate Task JobWork(IServiceProvider services, CancellationToken stop);

/// <summary>Recurring work.</summary>
/// <param name="Name">stable key such as <c>search.due</c></param>
/// <param name="Schedule">when it is due</param>
/// <param name="Work">what it does</param>
public sealed record Job(string Name, Schedule Schedule, JobWork Work);
