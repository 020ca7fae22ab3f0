using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Record;

/// <summary>Whatever is done to the record behind the system's back is found, and where.</summary>
public sealed class TamperingTests
{
    private static readonly Gen<long> AnyAct = Gen.Long[1, Chain.Acts];

    private static readonly byte[] Other = [.. Enumerable.Range(1, Seal.Length).Select(i => (byte)i)];

    /// <summary>An alteration of each column of an act, by the name of its property.</summary>
    private static readonly Dictionary<string, Func<IQueryable<RecordedAct>, Task>> OfActs = new(StringComparer.Ordinal)
    {
        [nameof(RecordedAct.Id)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Id, Guid.CreateVersion7())),
        [nameof(RecordedAct.At)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.At, new TestClock().Now.PlusTicks(10))),
        [nameof(RecordedAct.ActorKind)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorKind, a => a.ActorKind + "x")),
        [nameof(RecordedAct.ActorName)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorName, "")),
        [nameof(RecordedAct.ActorSalt)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorSalt, (byte[]?)null)),
        [nameof(RecordedAct.ActorCommitment)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorCommitment, Other)),
        [nameof(RecordedAct.Kind)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Kind, a => a.Kind + " ")),
        [nameof(RecordedAct.Why)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Why, "")),
        [nameof(RecordedAct.Decision)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Decision, a => a.Decision == null ? "" : null)),
        [nameof(RecordedAct.Topics)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Topics, a => a.Topics + " x")),
        [nameof(RecordedAct.Previous)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Previous, Other)),
        [nameof(RecordedAct.Seal)] = acts => acts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Seal, Other)),
    };

    private static readonly Dictionary<string, Func<IQueryable<RecordedChange>, Task>> OfChanges = new(StringComparer.Ordinal)
    {
        [nameof(RecordedChange.Id)] = changes => changes.ExecuteUpdateAsync(s => s.SetProperty(c => c.Id, Guid.CreateVersion7())),
        [nameof(RecordedChange.Subject)] = changes => changes.ExecuteUpdateAsync(s => s.SetProperty(c => c.Subject, "x")),
        [nameof(RecordedChange.SubjectId)] = changes => changes.ExecuteUpdateAsync(s => s.SetProperty(c => c.SubjectId, c => c.SubjectId + "0")),
        [nameof(RecordedChange.Before)] = changes => changes.ExecuteUpdateAsync(s => s.SetProperty(c => c.Before, c => c.Before == null ? "" : null)),
        [nameof(RecordedChange.After)] = changes => changes.ExecuteUpdateAsync(s => s.SetProperty(c => c.After, c => c.After + " ")),
    };

    [Theory, BothEngines]
    public async Task Every_column_of_every_act_and_change(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Assert.Empty(await Chain.Faults(world));
        for (var k = 1L; k <= Chain.Acts; k++)
        {
            foreach (var (column, alter) in OfActs)
            {
                var found = await Chain.After(world, db => alter(db.Set<RecordedAct>().Where(a => a.Sequence == k)));
                Assert.True(found is [{ Kind: FaultKind.Altered } fault] && fault.First == k, $"{column} of {k}: {string.Join("; ", found)}");
            }

            foreach (var (column, alter) in OfChanges)
            {
                var found = await Chain.After(world, db => alter(OneChange(db, k)));
                Assert.True(found is [{ Kind: FaultKind.Altered } fault] && fault.First == k, $"{column} of a change of {k}: {string.Join("; ", found)}");
            }

            Assert.Equal([new(FaultKind.Altered, k, k)], await Chain.After(world, db => OneChange(db, k).ExecuteDeleteAsync()));
        }
    }

    [Theory, BothEngines]
    public async Task No_column_is_forgotten_above(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.In(unit =>
        {
            var model = unit.GetRequiredService<AppDb>().Model;
            Assert.Equal(Columns<RecordedAct>(), [.. OfActs.Keys.Append(nameof(RecordedAct.Sequence)).Order(StringComparer.Ordinal)]);
            Assert.Equal(Columns<RecordedChange>(), [.. OfChanges.Keys.Append(nameof(RecordedChange.ActSequence)).Order(StringComparer.Ordinal)]);
            return Task.CompletedTask;

            IEnumerable<string> Columns<T>() => model.FindEntityType(typeof(T))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal);
        });
    }

    [Theory, BothEngines]
    public async Task Removed_acts(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        await Gen.Select(AnyAct, AnyAct).SampleAsync(async (one, other) =>
        {
            var (first, last) = (Math.Min(one, other), Math.Max(one, other));
            var kind = last == Chain.Acts ? FaultKind.Cut : FaultKind.Removed;
            Assert.Equal([new(kind, first, last)], await Chain.After(world, db => Chain.Remove(db, first, last)));
        }, iter: 20, threads: 1);
    }

    [Theory, BothEngines]
    public async Task Swapped_acts(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        await Gen.Select(AnyAct, AnyAct).Where((one, other) => one < other).SampleAsync(async (one, other) =>
        {
            var found = await Chain.After(world, async db =>
            {
                await Chain.Move(db, one, -1);
                await Chain.Move(db, other, one);
                await Chain.Move(db, -1, other);
            });
            Assert.Equal(other == one + 1 ? [new(FaultKind.Reordered, one, other)] : [new(FaultKind.Reordered, one, one), new(FaultKind.Reordered, other, other)], found);
        }, iter: 20, threads: 1);
    }

    [Theory, BothEngines]
    public async Task Acts_given_another_number(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        foreach (var k in Enumerable.Range(1, Chain.Acts))
        {
            foreach (var to in new long[] { -5, 0, 1000 })
            {
                var found = await Chain.After(world, db => Chain.Move(db, k, to));
                Assert.Contains(found, f => (f.First <= k && f.Last >= k) || (f.First <= to && f.Last >= to));
            }
        }
    }

    [Theory, BothEngines]
    public async Task Inserted_acts(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Assert.Equal([new(FaultKind.Inserted, 0, 0)], await Chain.After(world, db => Chain.Insert(db, 0, after: 0)));
        Assert.Equal([new(FaultKind.Inserted, 9, 9)], await Chain.After(world, db => Chain.Insert(db, 9, after: 8)));
        await AnyAct.SampleAsync(async k =>
        {
            // Room is made by giving all later acts the next number.
            var found = await Chain.After(world, async db =>
            {
                for (var n = (long)Chain.Acts; n >= k; n--)
                {
                    await Chain.Move(db, n, n + 1);
                }

                await Chain.Insert(db, k, after: k - 1);
                await db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence + 1));
            });
            Assert.Equal(k, found[0].First);
        }, iter: 8, threads: 1);
    }

    [Theory, BothEngines]
    public async Task Changes_put_to_another_act_or_to_none(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        var moved = await Chain.After(world, db => OneChange(db, 2).ExecuteUpdateAsync(s => s.SetProperty(c => c.ActSequence, 5)));
        Assert.Equal([new(FaultKind.Altered, 2, 2), new(FaultKind.Altered, 5, 5)], moved);
        var strayed = await Chain.After(world, db => OneChange(db, 2).ExecuteUpdateAsync(s => s.SetProperty(c => c.ActSequence, 77)));
        Assert.Equal([new(FaultKind.Altered, 2, 2), new(FaultKind.Inserted, 77, 77)], strayed);
    }

    [Theory, BothEngines]
    public async Task An_altered_act_with_a_new_seal(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        for (var k = 1L; k < Chain.Acts; k++)
        {
            Assert.Equal([new(FaultKind.Altered, k, k)], await Chain.After(world, db => Chain.Reseal(db, k, "forged")));
        }

        Assert.Equal([new(FaultKind.Head, 8, 8)], await Chain.After(world, db => Chain.Reseal(db, 8, "forged")));
    }

    [Theory, BothEngines]
    public async Task The_head(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Assert.Equal([new(FaultKind.Head, 8, 8)], await Chain.After(world, db => db.Set<RecordHead>().ExecuteDeleteAsync()));
        Assert.Equal([new(FaultKind.Head, 8, 8)], await Chain.After(world, db => db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Seal, Other))));
        Assert.Equal([new(FaultKind.Head, 8, 8)], await Chain.After(world, db => db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, 9))));
        var lowered = await Chain.After(world, db => db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, 6)));
        Assert.Equal([new(FaultKind.Head, 6, 6), new(FaultKind.Inserted, 7, 8)], lowered);
    }

    /// <summary>From inside nobody can tell; a head that was kept outside can.</summary>
    [Theory, BothEngines]
    public async Task A_record_that_was_sealed_anew_as_a_whole(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        var kept = (await Chain.Head(world)).Seal;
        Assert.Empty(await Chain.Faults(world, kept));
        await Chain.Add(world, 9);
        Assert.Empty(await Chain.Faults(world, kept));

        Assert.Empty(await Chain.After(world, Forge));
        Assert.Equal([new(FaultKind.Foreign, 0, 0)], await Chain.After(world, Forge, kept));

        static async Task Forge(AppDb db)
        {
            byte[]? last = null;
            for (var k = 3; k <= 9; k++)
            {
                last = await Chain.Reseal(db, k, "forged", last);
            }

            await db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Seal, last!));
        }
    }

    private static IQueryable<RecordedChange> OneChange(AppDb db, long act)
    {
        var id = db.Set<RecordedChange>().Where(c => c.ActSequence == act).Select(c => c.Id).First();
        return db.Set<RecordedChange>().Where(c => c.Id == id);
    }
}
