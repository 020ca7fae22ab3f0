using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Core.Data;

/// <summary>
/// The one unit of work over all ledgers and modules. Nothing is written but through <see cref="Commit"/>, which leaves its
/// row in the record in the same transaction.
/// </summary>
public sealed class AppDb(
    DbContextOptions<AppDb> options, AppModel model, IEngine engine, IClock clock, PublicState shown, Declarations declared, IServiceProvider unit)
    : DbContext(options)
{
    private readonly HashSet<string> alsoChanged = new(StringComparer.Ordinal);
    private readonly ActsDone done = new();
    private WorkBegun? begun;

    /// <summary>The last act that this unit of work has written, or null.</summary>
    public WrittenAct? Written { get; private set; }

    /// <summary>What is tracked is compared with what was read where it is written, and nowhere else: a whole draft takes long to compare.</summary>
    public override ChangeTracker ChangeTracker
    {
        get
        {
            var tracker = base.ChangeTracker;
            tracker.AutoDetectChangesEnabled = false;
            return tracker;
        }
    }

    /// <summary>Notes a topic whose public pages the next commit changes by more than the entities it saves.</summary>
    internal void AlsoChanges(string topic) => alsoChanged.Add(topic);

    /// <summary>
    /// Begins the transaction that <see cref="Commit"/> ends, for work that must hold what it reads, such as a limit it takes from. What is
    /// not committed when the answer is disposed of is as if it had never been.
    /// </summary>
    public async Task<IAsyncDisposable> Begin(CancellationToken stop) => begun = await WorkBegun.Now(this, await Turn(stop), stop);

    /// <summary>
    /// Writes what was changed, together with who did it and why, in one transaction; then drops the public pages that show it.
    /// </summary>
    /// <returns>false when somebody else has changed or made the same thing meanwhile; nothing is written then</returns>
    public async Task<bool> Commit(Act act, CancellationToken stop)
    {
        Did(act);
        return await CommitAll(stop);
    }

    /// <summary>Says whose act it is what was changed since the last such word, where one commit writes what several have done.</summary>
    internal WrittenAct Did(Act act)
    {
        ChangeTracker.DetectChanges();
        return done.Add(act, clock.GetCurrentInstant(), Recorder.Changed(ChangeTracker), alsoChanged);
    }

    /// <summary>Writes the acts that <see cref="Did"/> was told of.</summary>
    /// <inheritdoc cref="Commit"/>
    internal async Task<bool> CommitAll(CancellationToken stop)
    {
        var acts = done.Take();
        var search = new KeepSearch(declared.SearchSources, engine.Search);
        var sought = search.Touched(this);
        using var turn = await Turn(stop);
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(stop) : null;
        if (!await Saved(stop))
        {
            return false;
        }

        await search.Write(this, sought, clock.Today(), progress: null, stop);
        foreach (var act in acts)
        {
            await Follow(act, stop);
        }

        // At the very end: whoever commits meanwhile waits from here until all of it is on the disk.
        await SealActs.Append(this, acts, stop);
        if (transaction is not null)
        {
            await transaction.CommitAsync(stop);
        }
        else if (begun is not null)
        {
            await begun.Commit(stop);
            begun = null;
        }

        alsoChanged.Clear();
        Written = new(acts[^1].Id, acts[^1].Kind);
        shown.Changed([.. acts.SelectMany(a => a.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()]);
        return true;
    }

    /// <summary>Notes that another unit of work has written an act for this one.</summary>
    internal void Wrote(WrittenAct act) => Written = act;

    /// <summary>
    /// Writes what is nobody's act and on no page: sessions, what is being typed, attempts of sending.
    /// </summary>
    /// <returns>false when somebody else has changed or made the same thing meanwhile; nothing is written then</returns>
    /// <exception cref="InvalidOperationException">when something was changed that the record or a public page must know</exception>
    public async Task<bool> Keep(CancellationToken stop)
    {
        ChangeTracker.DetectChanges();
        if (Recorder.NeedsAct(ChangeTracker))
        {
            throw new InvalidOperationException("This is written only through Commit(act).");
        }

        using var turn = await Turn(stop);
        return await Saved(stop);
    }

    /// <summary>A unit of work of the same model over another database.</summary>
    public AppDb Over(IEngine other) => new(Options(other), model, other, clock, new PublicState(), declared, unit);

    /// <summary>What a unit of work over an engine is made with where no host gives it.</summary>
    /// <param name="engine">the database</param>
    public static DbContextOptions<AppDb> Options(IEngine engine)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        engine.Configure(options);
        return options.Options;
    }

    /// <summary>Gives a pass the whole record, of a moment of its own: what this unit of work has not committed is not in it.</summary>
    internal Task ReadRecord(RecordPass pass, CancellationToken stop) => engine.ReadRecord(pass, within: null, stop);

    /// <summary>Brings the database to the newest form; one that has it already is left as it is.</summary>
    public async Task Upgrade(CancellationToken stop)
    {
        // To migrate is to compare the model with the one of the migrations first, which takes longer than all else at a start.
        if (!await PlainSql.IsMigrated(engine, stop))
        {
            await Database.MigrateAsync(stop);
        }

        await SealActs.Old(this, engine, stop);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Nothing is written but through Commit(act).");

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Nothing is written but through Commit(act).");

    /// <summary>Lets the modules write what follows from an act; it is theirs and is not recorded again.</summary>
    private async Task Follow(RecordedAct act, CancellationToken stop)
    {
        var told = new ActDone(act.Id, act.At, new(act.ActorKind, act.ActorName), act.Kind, [.. act.Changes.Select(c => new ThingChanged(c.Subject, c.SubjectId, c.Before, c.After))]);
        foreach (var follow in declared.Followers)
        {
            await follow(unit, told, stop);
        }

        ChangeTracker.DetectChanges();
        if (ChangeTracker.HasChanges())
        {
            await Save(stop);
        }
    }

    /// <summary>Who is within a transaction has had a turn already.</summary>
    private ValueTask<IDisposable?> Turn(CancellationToken stop) => Database.CurrentTransaction is null ? engine.Turn(this, stop) : default;

    private async Task<bool> Saved(CancellationToken stop)
    {
        try
        {
            await Save(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException failure) when (engine.IsRowConflict(failure))
        {
            return false;
        }
    }

#pragma warning disable RS0030 // Commit is the one place that saves.
    private Task<int> Save(CancellationToken stop)
    {
        // What fails ends its whole transaction, so nobody returns to a savepoint, and each would be two ways to the database more.
        Database.AutoSavepointsEnabled = false;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
    }
#pragma warning restore RS0030

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Convert(configurationBuilder, [typeof(AppDb).Assembly, .. model.Modules.Select(m => m.GetType().Assembly)]);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => model.Shape(modelBuilder, engine);
}

/// <summary>An act that has been written.</summary>
/// <param name="Id">its identity in the record</param>
/// <param name="Kind">what was done</param>
public sealed record WrittenAct(Guid Id, string Kind);
