using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Entering;

/// <summary>Holds a source until the transaction ends, before anything else is held: who writes its rows or entries comes one after another.</summary>
internal static class HoldSource
{
    public static Task<int> Until(AppDb db, SourceId source, CancellationToken stop) =>
        db.Set<Source>().Where(s => s.Id == source).ExecuteUpdateAsync(s => s.SetProperty(x => x.Turn, x => x.Turn + 1), stop);
}
