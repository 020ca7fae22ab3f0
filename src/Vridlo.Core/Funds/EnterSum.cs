using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Funds;

/// <summary>
/// Enters one sum as an act of its own, with its own unit of work. Sums that wait for the same fund are entered together
/// (<see cref="GroupCommit"/>): many who enter at once wait for the disk once.
/// </summary>
public sealed class EnterSum
{
    private readonly AppDb db;
    private readonly GroupCommit together;

    internal EnterSum(AppDb db, GroupCommit together) => (this.db, this.together) = (db, together);

    /// <summary>Enters a sum.</summary>
    /// <returns>what <see cref="IMoneyLedger.Post"/> returns, or <c>money.changed-meanwhile</c></returns>
    public async Task<Result<PostingId>> Run(ToPost sum, Act act, CancellationToken stop)
    {
        var (posted, written) = await together.Enter(sum, act, stop);
        if (written is not null)
        {
            db.Wrote(written);
        }

        return posted;
    }
}
