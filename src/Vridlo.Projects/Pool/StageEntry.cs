using NodaTime;
using Vridlo.Core.Instruments;

namespace Vridlo.Projects.Pool;

/// <summary>That a project came to a stage, when and why. Rows are added and never changed.</summary>
internal sealed class StageEntry
{
    public required Guid Id { get; init; }

    public required InstrumentId ProjectId { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The day from which it counts.</summary>
    public required LocalDate Day { get; init; }

    public required string Why { get; init; }

    /// <summary>The resolution it rests on, or empty.</summary>
    public required string Decision { get; init; }
}
