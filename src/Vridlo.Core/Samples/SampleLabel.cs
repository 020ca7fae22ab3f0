using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Samples;

/// <summary>
/// Whether what the installation holds is sample data, which pages and files then say of themselves. What is once sample stays it, so
/// the database is asked no more; until then it is asked at most once in ten seconds.
/// </summary>
public sealed class SampleLabel(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>The header of every answer from sample data; its value is <c>true</c>.</summary>
    public const string Header = "X-Vridlo-Sample";

    private static readonly Duration HoldsFor = Duration.FromSeconds(10);

    private volatile Seen? last;

    /// <summary>Whether it is to be said.</summary>
    public async ValueTask<bool> Shown(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (last is { } known && (known.IsSample || now - known.At < HoldsFor))
        {
            return known.IsSample;
        }

        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<SampleMark>().AnyAsync(stop);
        last = new(found, now);
        return found;
    }

    /// <summary>From now on it is.</summary>
    internal void Begin() => last = new(true, clock.GetCurrentInstant());

    private sealed record Seen(bool IsSample, Instant At);
}
