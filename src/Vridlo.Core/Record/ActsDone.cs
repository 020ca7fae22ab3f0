using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary>The acts of a unit of work that the next commit writes, each with what was changed since the one before.</summary>
internal sealed class ActsDone
{
    private readonly List<RecordedAct> acts = [];
    private readonly HashSet<object> told = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds an act.</summary>
    /// <param name="act">who did it and why</param>
    /// <param name="at">when</param>
    /// <param name="changed">all that the unit of work has changed</param>
    /// <param name="topics">topics whose public pages it changes besides</param>
    public WrittenAct Add(Act act, Instant at, IEnumerable<EntityEntry> changed, IEnumerable<string> topics)
    {
        List<EntityEntry> own = [.. changed.Where(e => told.Add(e.Entity))];
        var recorded = new RecordedAct
        {
            Id = Guid.CreateVersion7(),
            At = at,
            ActorKind = act.Who.Kind,
            ActorName = act.Who.Name,
            Kind = act.Kind,
            Why = act.Why,
            Decision = act.Decision,
            Topics = string.Join(' ', Recorder.Topics(own).Concat(topics).Distinct()),
        };
        recorded.Changes.AddRange(Recorder.Changes(own));
        acts.Add(recorded);
        return new(recorded.Id, recorded.Kind);
    }

    /// <summary>All of them, in their order; then there are none.</summary>
    public IReadOnlyList<RecordedAct> Take()
    {
        List<RecordedAct> all = [.. acts];
        acts.Clear();
        told.Clear();
        return all;
    }
}
