using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Vridlo.Core.Integrity;

/// <summary>What the last run of the checks has found; replaced by the next run.</summary>
internal sealed class FindingRow
{
    public required Guid Id { get; init; }

    public required string Check { get; init; }

    /// <summary>The number of the severity, so that rows sort by it.</summary>
    public required int Rank { get; init; }

    public required string Subject { get; init; }

    public string? Path { get; init; }
}

/// <summary>How a check went the last time.</summary>
internal sealed class CheckRunRow
{
    public required string Check { get; init; }

    public required Instant RanAt { get; set; }

    /// <summary>How much it found, also of what was too much to be kept.</summary>
    public required int Found { get; set; }
}

internal static class IntegrityMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FindingRow>(finding =>
        {
            finding.ToTable("integrity_finding").HasKey(f => f.Id);
            finding.Property(f => f.Id).ValueGeneratedNever();
            finding.HasIndex(f => new { f.Rank, f.Id });
        });
        model.Entity<CheckRunRow>(run => run.ToTable("integrity_run").HasKey(r => r.Check));
    }
}
