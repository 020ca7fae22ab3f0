using Microsoft.Extensions.Caching.Memory;

namespace Vridlo.Core.Publishing;

/// <summary>
/// Keeps what was read for the public in memory until a topic it is made of changes. Like a page (decision 3) it is kept under
/// the number of the state that was current before it was read, so what changed meanwhile is never found again.
/// </summary>
public sealed class Kept(PublicState state) : IDisposable
{
    /// <summary>What takes more room than this, in rows, is not kept. The programme of a region has about 320 nodes.</summary>
    public const int Largest = 10_000;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = Largest * 4 });

    /// <summary>The value as it was read last, or read now when one of the topics has changed since; it must be immutable.</summary>
    /// <param name="what">names the value, with whatever it was read for</param>
    /// <param name="topics">what it is made of</param>
    /// <param name="read">reads it</param>
    /// <param name="rows">how much room it takes</param>
    public async Task<T> Get<T>(object what, IReadOnlyList<string> topics, Func<Task<T>> read, Func<T, int> rows)
    {
        // Who does not follow the changes of others (a command of the command line) cannot know what is still true.
        if (!state.Follows)
        {
            return await read();
        }

        var key = (what, await state.Current(topics, CancellationToken.None));
        if (memory.TryGetValue(key, out T? known))
        {
            return known!;
        }

        var value = await read();
        var size = 1 + rows(value);
        if (size <= Largest + 1)
        {
            memory.Set(key, value, new MemoryCacheEntryOptions { Size = size, SlidingExpiration = TimeSpan.FromHours(1) });
        }

        return value;
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();
}
