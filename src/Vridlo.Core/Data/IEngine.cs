using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Vridlo.Core.Data;

/// <summary>
/// The only place where SQLite and PostgreSQL differ. Both implementations pass one suite of tests (the compliance class).
/// </summary>
public interface IEngine
{
    /// <summary>Short name: <c>sqlite</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>The engine's full-text index.</summary>
    Search.ISearchIndex Search { get; }

    /// <summary>Writes the database into archives, and makes databases of them.</summary>
    IDatabaseCopy Copy { get; }

    /// <summary>Sets provider, connection and pragmas.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>A connection of its own, not yet open, for what needs neither unit of work nor model.</summary>
    DbConnection Connect();

    /// <summary>Adds to the model what only this engine needs, such as the definition of the Czech collation.</summary>
    void Shape(ModelBuilder model);

    /// <summary>Whether the failure is a violated constraint between rows, unique or foreign key: somebody else has made the same meanwhile, or what it refers to is gone.</summary>
    bool IsRowConflict(DbUpdateException failure);

    /// <summary>Whether the failure, or one behind it, says that the database cannot be reached at the moment.</summary>
    bool IsAway(Exception failure);

    /// <summary>Whether the failure, or one behind it, says that there is no room left where the database lies; nothing was written then.</summary>
    bool IsFull(Exception failure);

    /// <summary>
    /// Waits until it is this writer's turn. Where only one can write at a time, those of one process go one after another in the order
    /// they came: left to the database they would try again and again, and some would always be late. The connection is open by then, so
    /// that nobody else waits for its opening.
    /// </summary>
    /// <returns>what ends the turn when it is disposed of; null where writers need not wait for each other</returns>
    ValueTask<IDisposable?> Turn(AppDb db, CancellationToken stop);

    /// <summary>
    /// Takes rows that are due: of two who take at once, in whatever process, each gets others. The table has <c>id</c>, <c>due_at</c>
    /// and <c>attempts</c>; what is taken counts one attempt more and is due again at <paramref name="until"/>, in case whoever took it dies.
    /// </summary>
    /// <param name="db">the unit of work; the taking is written at once, unless it is within a transaction</param>
    /// <param name="table">the table's name, never from outside</param>
    /// <param name="now">what is due by then is taken, the longest due first</param>
    /// <param name="until">how long nobody else may have it</param>
    /// <param name="count">at most so many</param>
    /// <param name="stop">ends it</param>
    Task<IReadOnlyList<Guid>> ClaimDue(AppDb db, string table, NodaTime.Instant now, NodaTime.Instant until, int count, CancellationToken stop);

    /// <summary>
    /// Gives a pass the whole record: the head, then the acts in the order of their numbers, each followed by its changes in the order
    /// of their identifiers, then changes of acts that are not there. All of one moment.
    /// </summary>
    /// <param name="pass">what is given the record</param>
    /// <param name="within">a connection with a transaction of one moment; null for a moment of its own</param>
    /// <param name="stop">ends it</param>
    Task ReadRecord(Record.RecordPass pass, DbConnection? within, CancellationToken stop);

    /// <summary>Begins to follow the changes that other connections and processes make.</summary>
    /// <param name="changed">called with the changed topics; <see cref="IChangeFeed.Everything"/> when it is not known which</param>
    /// <param name="stop">ends the beginning</param>
    Task<IChangeFeed> Follow(Action<IReadOnlyList<string>> changed, CancellationToken stop);
}

/// <summary>Tells what has changed in the database, whoever changed it.</summary>
public interface IChangeFeed : IAsyncDisposable
{
    /// <summary>The topic that stands for all topics.</summary>
    public const string Everything = "*";

    /// <summary>
    /// Reports everything that was committed before this call, by whatever process. Cheap: called for every public request.
    /// </summary>
    /// <exception cref="DbException">when the database cannot be asked: nobody knows then what is still true</exception>
    ValueTask CatchUp(CancellationToken stop);
}
