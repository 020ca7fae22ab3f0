using NodaTime;

namespace Vridlo.Testing;

/// <summary>A clock that stands until it is set.</summary>
public sealed class TestClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public Instant GetCurrentInstant() => Now;
}
