using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Vridlo.Core.Samples;

/// <summary>
/// That the installation holds sample data (ukázková data): one row, a fact of the installation for ever. It counts the steps that are
/// done, each in the transaction of what the step has made, so that a load that was broken off goes on where it ended.
/// </summary>
internal sealed class SampleMark
{
    public const int Only = 1;

    public required int Id { get; init; }

    /// <summary>What the data is generated from.</summary>
    public required int Seed { get; init; }

    /// <summary>The day at which the generated year ends.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How many steps are done. Of two who load at once one is told.</summary>
    public required int Done { get; set; }

    /// <summary>When the last step was done, or null.</summary>
    public Instant? Finished { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<SampleMark>(mark =>
    {
        mark.ToTable("installation_sample").HasKey(m => m.Id);
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.Done).IsConcurrencyToken();
    });
}
