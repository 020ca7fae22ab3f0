namespace Vridlo.Data.Sqlite;

/// <summary>Writers of one process go one after another, in the order they came.</summary>
#pragma warning disable CA1001 // A semaphore holds nothing to be released as long as nobody asks for its handle.
internal sealed class Turns
#pragma warning restore CA1001
{
    /// <summary>Who has waited so long goes on to the database, which refuses it if it is still busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1);

    /// <returns>what ends the turn when it is disposed of; null when there was none in time</returns>
    public async ValueTask<IDisposable?> Next(CancellationToken stop) => await one.WaitAsync(Patience, stop) ? new Held(one) : null;

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
