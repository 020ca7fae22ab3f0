using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Vridlo.Core.Jobs;

/// <summary>A job's lease and how it went.</summary>
internal sealed class JobRow
{
    public required string Name { get; init; }

    public Instant NextAt { get; set; }

    /// <summary>Who is doing it; null when nobody is.</summary>
    public string? Holder { get; set; }

    /// <summary>When the holder counts as dead unless it has said that it lives.</summary>
    public Instant? HeldUntil { get; set; }

    public Instant? BegunAt { get; set; }

    public Instant? EndedAt { get; set; }

    public string? Error { get; set; }
}

internal static class JobMap
{
    public static void Map(ModelBuilder model) => model.Entity<JobRow>(job => job.ToTable("job").HasKey(j => j.Name));
}
