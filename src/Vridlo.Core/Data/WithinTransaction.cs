using Microsoft.EntityFrameworkCore.Storage;

namespace Vridlo.Core.Data;

/// <summary>What is sure as long as one transaction lasts; in the next one it is to be found out anew.</summary>
internal sealed class WithinTransaction<TKnown>(AppDb db)
    where TKnown : class, new()
{
    private TKnown known = new();
    private IDbContextTransaction? transaction;

    /// <summary>What is known in the transaction of now.</summary>
    public TKnown Known
    {
        get
        {
            if (!ReferenceEquals(transaction, db.Database.CurrentTransaction))
            {
                (transaction, known) = (db.Database.CurrentTransaction, new());
            }

            return known;
        }
    }
}
