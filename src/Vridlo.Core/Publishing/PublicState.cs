using System.Collections.Concurrent;
using Vridlo.Core.Data;

namespace Vridlo.Core.Publishing;

/// <summary>
/// Numbers the states of what the public sees, by topic. A page is kept under the number that was current before it was
/// read, so one that was being made while its data changed is never served afterwards.
/// </summary>
public sealed class PublicState : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, long> numbers = new(StringComparer.Ordinal);
    private long everything;
    private IChangeFeed? feed;

    /// <summary>Notes that these topics have changed.</summary>
    public void Changed(IReadOnlyList<string> topics)
    {
        foreach (var topic in topics)
        {
            if (topic == IChangeFeed.Everything)
            {
                Interlocked.Increment(ref everything);
            }
            else
            {
                numbers.AddOrUpdate(topic, 1, (_, number) => number + 1);
            }
        }
    }

    /// <summary>The number of the current state of these topics; it grows whenever one of them changes. No topics mean all.</summary>
    public async ValueTask<long> Current(IReadOnlyList<string> topics, CancellationToken stop)
    {
        if (feed is not null)
        {
            await feed.CatchUp(stop);
        }

        var number = Interlocked.Read(ref everything);
        return topics.Count == 0
            ? number + numbers.Values.Sum()
            : number + topics.Sum(t => numbers.GetValueOrDefault(t));
    }

    /// <summary>Whether it learns of changes made elsewhere.</summary>
    internal bool Follows => feed is not null;

    /// <summary>Begins to learn of changes made elsewhere.</summary>
    public async Task Follow(IEngine engine, CancellationToken stop) => feed = await engine.Follow(Changed, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => feed?.DisposeAsync() ?? ValueTask.CompletedTask;
}
