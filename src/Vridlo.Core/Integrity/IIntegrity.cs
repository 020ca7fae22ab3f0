using NodaTime;

namespace Vridlo.Core.Integrity;

/// <summary>Runs the checks of integrity that the modules declare, and knows what they found the last time.</summary>
public interface IIntegrity
{
    /// <summary>What the last run has found, for lists; of one check at most <see cref="MostKept"/>.</summary>
    IQueryable<FindingListed> Findings { get; }

    /// <summary>How many findings of one check are kept.</summary>
    public const int MostKept = 1000;

    /// <summary>Every check with its last run, the worst first.</summary>
    Task<IReadOnlyList<CheckListed>> Checks(CancellationToken stop);

    /// <summary>Runs every check and keeps nothing.</summary>
    Task<IReadOnlyList<(IntegrityCheck Check, IReadOnlyList<Finding> Found)>> Look(IProgress<double>? progress, CancellationToken stop);

    /// <summary>Runs every check and keeps what it finds instead of what was found before.</summary>
    Task Run(CancellationToken stop);
}

/// <summary>A finding in a list.</summary>
public sealed record FindingListed
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the check.</summary>
    public required string Check { get; init; }

    /// <summary>The number of the severity.</summary>
    public required int Rank { get; init; }

    /// <summary>How bad it is.</summary>
    public Severity Severity => (Severity)Rank;

    /// <summary>The thing.</summary>
    public required string Subject { get; init; }

    /// <summary>Where it can be looked at, or null.</summary>
    public string? Path { get; init; }
}

/// <summary>A check with its last run.</summary>
/// <param name="Check">the check</param>
/// <param name="RanAt">when it ran, or null when it never did</param>
/// <param name="Found">how much it found</param>
public sealed record CheckListed(IntegrityCheck Check, Instant? RanAt, int Found);
