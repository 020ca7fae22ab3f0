using CsCheck;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Jobs;

namespace Vridlo.Core.Tests.Jobs;

public sealed class ScheduleRules
{
    private static readonly Gen<Instant> AnyMoment =
        Gen.Long[Instant.FromUtc(2020, 1, 1, 0, 0).ToUnixTimeSeconds(), Instant.FromUtc(2040, 1, 1, 0, 0).ToUnixTimeSeconds()].Select(Instant.FromUnixTimeSeconds);

    [Fact]
    public void Daily_is_the_next_time_of_day_once_a_day_whatever_the_clocks_do() =>
        Gen.Select(AnyMoment, Gen.Int[0, 1439]).Sample((moment, minute) =>
        {
            var at = LocalTime.FromMinutesSinceMidnight(minute);
            var next = Schedule.Daily(at).Next(moment);
            var local = next.InZone(DateText.Zone);
            Assert.InRange(next - moment, Duration.Epsilon, Duration.FromHours(26));
            Assert.True(local.TimeOfDay == at || DateText.Zone.MapLocal(local.Date.At(at)).Count == 0);
            Assert.Equal(local.Date.PlusDays(1), Schedule.Daily(at).Next(next).InZone(DateText.Zone).Date);
        });

    [Fact]
    public void Every_is_so_much_later() => Assert.Equal(
        Instant.FromUtc(2026, 1, 1, 0, 10), Schedule.Every(Duration.FromMinutes(10)).Next(Instant.FromUtc(2026, 1, 1, 0, 0)));

    [Fact]
    public void A_name_is_declared_once()
    {
        var declared = new Declarations();
        declared.Job("a", Schedule.Daily(LocalTime.Noon), (_, _) => Task.CompletedTask);
        Assert.Throws<ArgumentException>(() => declared.Job("a", Schedule.Daily(LocalTime.Noon), (_, _) => Task.CompletedTask));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Every(Duration.Zero));
    }
}
