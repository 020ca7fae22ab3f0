using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Packages;

namespace Vridlo.Programmes.Loading;

/// <summary>Loads a programme package: a folder becomes an edition.</summary>
internal sealed class LoadPackage(AppDb db, IProgrammeLedger ledger)
{
    public async Task<Result<Entered>> Run(string folder, Act act, CancellationToken stop)
    {
        var package = PackageReader.Read(folder);
        if (!package.Ok)
        {
            return package.Problems.ToArray();
        }

        var entered = await ledger.Enter(package.Value, stop);
        if (!entered.Ok || !entered.Value.Changed)
        {
            return entered;
        }

        var decision = package.Value.Approvals.LastOrDefault()?.Resolution;
        return await db.Commit(act with { Decision = decision }, stop)
            ? entered
            : Problem.Conflict("programmes.load.meanwhile", package.Value.Code);
    }
}
