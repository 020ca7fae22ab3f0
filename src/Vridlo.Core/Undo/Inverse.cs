using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Undo;

/// <summary>The inverse of recorded changes, put into the unit of work by the model alone: no entity is known here by name.</summary>
internal sealed class Inverse(AppDb db)
{
    /// <param name="things">what is turned back</param>
    /// <param name="rest">whether all else is turned back in another way, so that nothing may be left of the things</param>
    /// <param name="stop">ends the work</param>
    public async Task<IReadOnlyList<Problem>> Put(IReadOnlyList<ChangedThing> things, bool rest, CancellationToken stop)
    {
        List<Turned> turned = [];
        foreach (var thing in things)
        {
            turned.Add(await Find(thing, stop));
        }

        // What only counts as changed because something beside it did is nobody's change.
        turned.RemoveAll(t => t.Thing is { Before: not null, After: not null } && t.Contents.Count == 0);
        if (turned.Count == 0 && !rest)
        {
            return [Problem.Conflict("record.undo.nothing")];
        }

        List<Problem> changed = [.. turned.SelectMany(Changed)];
        if (changed.Count == 0)
        {
            Apply(turned);
        }

        return changed;
    }

    private async Task<Turned> Find(ChangedThing thing, CancellationToken stop)
    {
        var type = Recorder.Entity(db.Model, thing.Subject);
        var keys = type.FindPrimaryKey()!.Properties;
        object?[] key = [.. thing.Id.Split('/', keys.Count).Zip(keys, (text, property) => RecordedValue.Parse(property, text))];
        var entity = await db.FindAsync(type.ClrType, key, stop);
        return new(thing, type, entity is null ? null : db.Entry(entity) is { State: not EntityState.Deleted } entry ? entry : null);
    }

    /// <summary>What of it is no longer as the act left it.</summary>
    private static IEnumerable<Problem> Changed(Turned turned) => (turned.Thing.After, turned.Entry) switch
    {
        (null, null) => [],
        (null, { } there) => [Problem.Conflict("record.undo.there-again", turned.Sort, Recorder.Name(there))],
        (_, null) => [Problem.Conflict("record.undo.gone", turned.Sort, turned.Name)],
        (var after, { } now) =>
            from property in turned.Contents
            where !Recorder.IsPersonal(property)
            where !JsonElement.DeepEquals(after[property.GetColumnName()], RecordedValue.Of(now.Property(property)))
            select Problem.Conflict("record.undo.changed-since", turned.Sort, Recorder.Name(now), new TextKey("record.field." + property.GetColumnName())),
    };

    /// <summary>What is made again comes first and what is removed last, so that nothing is taken along for hanging on it.</summary>
    private void Apply(List<Turned> turned)
    {
        var timing = db.ChangeTracker.CascadeDeleteTiming;
        db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Never;
        foreach (var again in turned.Where(t => t.Thing.After is null))
        {
            var entry = db.Entry(Activator.CreateInstance(again.Type.ClrType, nonPublic: true)!);
            Set(entry, again.Thing.Before!);
            Raise(entry);
            entry.State = EntityState.Added;
        }

        foreach (var back in turned.Where(t => t.Thing is { Before: not null, After: not null }))
        {
            Set(back.Entry!, back.Thing.Before!.Where(v => !back.Versions.Contains(v.Key)));
            Raise(back.Entry!);
        }

        foreach (var made in turned.Where(t => t.Thing.Before is null))
        {
            made.Entry!.State = EntityState.Deleted;
        }

        db.ChangeTracker.CascadeDeleteTiming = timing;
    }

    private static void Set(EntityEntry entry, IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        var columns = entry.Metadata.GetProperties().ToDictionary(p => p.GetColumnName(), StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            // A column that is no longer there is no longer shown either.
            if (columns.TryGetValue(column, out var property))
            {
                entry.Property(property).CurrentValue = RecordedValue.Read(property, value);
            }
        }
    }

    /// <summary>Whoever has seen the thing as it was must not take it for unchanged.</summary>
    private static void Raise(EntityEntry entry)
    {
        foreach (var version in entry.Properties.Where(p => Recorder.IsVersion(p.Metadata)))
        {
            version.CurrentValue = (int)version.CurrentValue! + 1;
        }
    }

    /// <summary>A changed thing with what is there now.</summary>
    private sealed class Turned(ChangedThing thing, IEntityType type, EntityEntry? entry)
    {
        public ChangedThing Thing => thing;

        public IEntityType Type => type;

        public EntityEntry? Entry => entry;

        public TextKey Sort => new("record.subject." + thing.Subject);

        public string Name => Recorder.Name(type, thing.After ?? thing.Before!) ?? thing.Id;

        public HashSet<string> Versions { get; } =
            type.GetProperties().Where(Recorder.IsVersion).Select(p => p.GetColumnName()).ToHashSet(StringComparer.Ordinal);

        /// <summary>What changed apart from versions.</summary>
        public IReadOnlyList<IProperty> Contents { get; } =
            [.. type.GetProperties().Where(p => !Recorder.IsVersion(p) && thing.Columns.Contains(p.GetColumnName()))];
    }
}
