using NodaTime;

namespace Vridlo.Core.Jobs;

/// <summary>How the recurring work is going.</summary>
public interface IJobs
{
    /// <summary>Every declared job, by name; one that no server has seen yet is due at the beginning of time.</summary>
    Task<IReadOnlyList<JobListed>> All(CancellationToken stop);
}

/// <summary>How a job is going.</summary>
/// <param name="Name">its key</param>
/// <param name="Next">when it is due</param>
/// <param name="Begun">when it was begun the last time, or null</param>
/// <param name="Ended">when it was ended the last time, well or not, or null</param>
/// <param name="Error">what went wrong the last time, or null</param>
/// <param name="Holder">who is doing it now, or null</param>
public sealed record JobListed(string Name, Instant Next, Instant? Begun, Instant? Ended, string? Error, string? Holder);
