using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Projects.Funding;

/// <summary>Says under which numbers contracts and accounting know a project, so that what is spent on it finds it.</summary>
internal sealed class SetKeys(AppDb db, IInstruments instruments, ProjectAccess access, Asker asker)
{
    public const string Act = "projects.keys-set";

    /// <returns>how many numbers it has then</returns>
    public async Task<Result<int>> Run(InstrumentId project, IEnumerable<string> contracts, IEnumerable<string> events, CancellationToken stop)
    {
        if (!await access.May(ProjectRights.Money, project, stop))
        {
            return Problem.Forbidden("projects.may-not-enter-money");
        }

        var set = await instruments.SetKeys(project, [.. Of(InstrumentKeyKind.Contract, contracts), .. Of(InstrumentKeyKind.Event, events)], stop);
        return !set.Ok || await db.Commit(asker.Act(Act, ""), stop) ? set : Problem.Conflict("projects.changed-meanwhile");
    }

    private static IEnumerable<InstrumentKey> Of(InstrumentKeyKind kind, IEnumerable<string> values) =>
        values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => new InstrumentKey(kind, v));
}
