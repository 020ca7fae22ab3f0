namespace Vridlo.Base;

/// <summary>Those of one process who would only be in each other's way go one after another, in the order they came.</summary>
#pragma warning disable CA1001 // A semaphore holds nothing to be released as long as nobody asks for its handle.
public sealed class Turns
#pragma warning restore CA1001
{
    /// <summary>Who has waited so long goes on without a turn; whatever it meets then has to refuse it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1);

    /// <summary>Waits for a turn.</summary>
    /// <returns>what ends the turn when it is disposed of; null when there was none in time</returns>
    public async ValueTask<IDisposable?> Next(CancellationToken stop) => await one.WaitAsync(Patience, stop) ? new Held(one) : null;

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
