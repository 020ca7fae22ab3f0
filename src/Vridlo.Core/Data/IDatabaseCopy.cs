using Vridlo.Core.Record;

namespace Vridlo.Core.Data;

/// <summary>How an engine writes its whole database into an archive, and makes a database of one.</summary>
public interface IDatabaseCopy
{
    /// <summary>Whether a file at the top of the data folder is the database itself.</summary>
    bool IsDatabase(string file);

    /// <summary>Writes the database as it is at one moment, while others go on writing.</summary>
    /// <param name="db">a unit of work without a transaction</param>
    /// <param name="to">takes the parts</param>
    /// <param name="progress">share done</param>
    /// <param name="stop">ends it</param>
    Task<SavedDatabase> Save(AppDb db, IPartsOut to, IProgress<double>? progress, CancellationToken stop);

    /// <summary>Puts into a folder what an archive's database needs to be read and restored; looks whether it is what this engine writes.</summary>
    /// <exception cref="InvalidDataException">when it is not</exception>
    Task Unpack(AppDb db, string migration, IPartsIn from, string folder, CancellationToken stop);

    /// <summary>Gives a pass the record of an archive that has been unpacked into the folder.</summary>
    Task ReadRecord(IPartsIn from, string folder, RecordPass pass, CancellationToken stop);

    /// <summary>Looks at where an archive is to be restored to, and keeps others from it where that can be done.</summary>
    Task<RestoreTarget> Target(AppDb db, CancellationToken stop);

    /// <summary>
    /// Puts the archive's database in the place of the one there is: all or nothing. Where the database is a file of the data folder, the
    /// unpacked one takes its place with the folder, and nothing is done here.
    /// </summary>
    /// <exception cref="InvalidDataException">when the archive's database does not fit; nothing has changed then</exception>
    Task Restore(AppDb db, string migration, IPartsIn from, CancellationToken stop);
}

/// <summary>Takes the parts of an archive, one after another.</summary>
public interface IPartsOut
{
    /// <summary>Adds a part.</summary>
    /// <param name="name">letters, digits, dots, slashes and underscores; at most 100</param>
    /// <param name="write">writes it</param>
    /// <param name="stop">ends it</param>
    Task Add(string name, Func<Stream, Task> write, CancellationToken stop);
}

/// <summary>The parts of an archive.</summary>
public interface IPartsIn
{
    /// <summary>Their names, in the order they were added.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A part from its beginning.</summary>
    /// <exception cref="InvalidDataException">when there is no such part</exception>
    Stream Open(string name);
}

/// <summary>What was saved.</summary>
/// <param name="Migration">the newest migration it had</param>
/// <param name="Acts">the number of the last act by the record's head</param>
/// <param name="Seal">the seal by the record's head</param>
public sealed record SavedDatabase(string Migration, long Acts, IReadOnlyList<byte> Seal);

/// <summary>What is where an archive is to be restored to.</summary>
public enum TargetState
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A database of ours.</summary>
    Ours,

    /// <summary>A database of ours that a running process has open, and that must not be replaced under it.</summary>
    InUse,

    /// <summary>Something else, which is never replaced.</summary>
    Foreign,
}

/// <summary>What is where an archive is to be restored to.</summary>
/// <param name="State">what it is</param>
/// <param name="Hold">keeps others from it until it is disposed of; null when nothing is held</param>
public sealed record RestoreTarget(TargetState State, IAsyncDisposable? Hold) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Hold?.DisposeAsync() ?? ValueTask.CompletedTask;
}
