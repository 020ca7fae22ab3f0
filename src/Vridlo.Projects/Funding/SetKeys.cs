using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Projects.Funding;

/// <summary>Says under which numbers contracts and accounting know a project, so that what is spent on it finds it.</summary>
internal sealed class SetKeys(AppDb db, IInstruments instruments, ProjectAccess access, Asker asker)
{
    public const string Act = "projects.keys-set";

    /// <summary>Tells the numbers somebody has seen from others.</summary>
    public static string Seen(IEnumerable<InstrumentKeyListed> keys) => string.Join('|', keys.Select(k => $"{k.Kind} {k.Value}").Order(StringComparer.Ordinal));

    /// <param name="project">the project</param>
    /// <param name="contracts">numbers of contracts; empty lines count for nothing</param>
    /// <param name="events">numbers of events of the accounting</param>
    /// <param name="seen">what <see cref="Seen"/> was when it was read; null to put the numbers in the place of whatever there is</param>
    /// <param name="stop">ends the work</param>
    /// <returns>how many numbers it has then</returns>
    public async Task<Result<int>> Run(InstrumentId project, IEnumerable<string> contracts, IEnumerable<string> events, string? seen, CancellationToken stop)
    {
        if (!await access.May(ProjectRights.Money, project, stop))
        {
            return Problem.Forbidden("projects.may-not-enter-money");
        }

        if (seen is not null && seen != Seen(await instruments.Keys.Where(k => k.Instrument == project).ToListAsync(stop)))
        {
            return Problem.Conflict("projects.changed-meanwhile");
        }

        var set = await instruments.SetKeys(project, [.. Of(InstrumentKeyKind.Contract, contracts), .. Of(InstrumentKeyKind.Event, events)], stop);
        return !set.Ok || await db.Commit(asker.Act(Act, ""), stop) ? set : Problem.Conflict("projects.changed-meanwhile");
    }

    private static IEnumerable<InstrumentKey> Of(InstrumentKeyKind kind, IEnumerable<string> values) =>
        values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => new InstrumentKey(kind, v));
}
