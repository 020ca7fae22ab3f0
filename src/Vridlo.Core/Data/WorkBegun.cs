using Microsoft.EntityFrameworkCore.Storage;

namespace Vridlo.Core.Data;

/// <summary>A transaction that was begun before there was anything to write, with the writer's turn.</summary>
internal sealed class WorkBegun : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? turn;

    private WorkBegun(IDbContextTransaction transaction, IDisposable? turn) => (this.transaction, this.turn) = (transaction, turn);

    /// <exception cref="InvalidOperationException">when one has begun already</exception>
    public static async Task<WorkBegun> Now(AppDb db, IDisposable? turn, CancellationToken stop)
    {
        try
        {
            return new(await db.Database.BeginTransactionAsync(stop), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    public Task Commit(CancellationToken stop) => transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
