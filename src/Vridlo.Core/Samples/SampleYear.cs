using NodaTime;

namespace Vridlo.Core.Samples;

/// <summary>The year that is generated: the same seed and day give the same content, on every engine and machine.</summary>
/// <param name="seed">what it is generated from</param>
/// <param name="day">the day at which the year ends: nothing has happened after it</param>
public sealed class SampleYear(int seed, LocalDate day)
{
    /// <summary>The day at which the year ends.</summary>
    public LocalDate Day => day;

    /// <summary>The chances of one thing, which do not depend on those of any other.</summary>
    /// <param name="thing">names the thing</param>
    public SampleChance Chance(string thing) => new(thing.Aggregate(14695981039346656037UL ^ (uint)seed, (hash, c) => unchecked((hash ^ c) * 1099511628211UL)));
}

/// <summary>Numbers that look like chance (SplitMix64). Written out here because the framework's own may differ between versions.</summary>
public sealed class SampleChance
{
    private ulong state;

    internal SampleChance(ulong state) => this.state = state;

    /// <summary>A number from 0 up to but without <paramref name="below"/>.</summary>
    public int Next(int below) => (int)(Bits() % (ulong)below);

    /// <summary>A number from one to the other, both included.</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>Whether one of so many comes true.</summary>
    public bool OneIn(int count) => Next(count) == 0;

    /// <summary>One of them; there is at least one.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>A day from one to the other, both included.</summary>
    public LocalDate Day(LocalDate from, LocalDate to) => from.PlusDays(Next(Math.Max(1, Period.DaysBetween(from, to) + 1)));

    /// <summary>An identity.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Bits());
        BitConverter.TryWriteBytes(bytes[8..], Bits());
        return new(bytes);
    }

    private ulong Bits()
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
