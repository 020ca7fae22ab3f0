using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Funding;

/// <summary>Says under which numbers contracts and accounting know a project, so that what is spent on it finds it.</summary>
internal sealed class SetKeys(AppDb db, IInstruments instruments, IMoneyLedger money, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    public const string Act = "projects.keys-set";

    /// <returns>how many numbers it has then</returns>
    public async Task<Result<int>> Run(InstrumentId project, IEnumerable<string> contracts, IEnumerable<string> events, CancellationToken stop)
    {
        var nodes = await money.Shares.Where(s => s.Instrument == project).Select(s => s.Node).ToListAsync(stop);
        if (!asker.May(ProjectRights.Money, await ledger.Standing(nodes, clock.GetCurrentInstant().InZone(DateText.Zone).Date, stop)))
        {
            return Problem.Forbidden("projects.may-not-enter-money");
        }

        var set = await instruments.SetKeys(project, [.. Of(InstrumentKeyKind.Contract, contracts), .. Of(InstrumentKeyKind.Event, events)], stop);
        return !set.Ok || await db.Commit(asker.Act(Act, ""), stop) ? set : Problem.Conflict("projects.changed-meanwhile");
    }

    private static IEnumerable<InstrumentKey> Of(InstrumentKeyKind kind, IEnumerable<string> values) =>
        values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => new InstrumentKey(kind, v));
}
