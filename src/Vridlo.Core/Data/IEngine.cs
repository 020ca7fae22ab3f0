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

    /// <summary>Sets provider, connection and pragmas.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Adds to the model what only this engine needs, such as the definition of the Czech collation.</summary>
    void Shape(ModelBuilder model);

    /// <summary>Whether the failure is a violated unique constraint.</summary>
    bool IsUniqueViolation(DbUpdateException failure);

    /// <summary>
    /// Within the transaction of a commit: makes sure that every process on the same database learns that these topics have changed.
    /// </summary>
    Task Announce(AppDb db, IReadOnlyList<string> topics, CancellationToken stop);

    /// <summary>Begins to listen for changes that other connections and processes make.</summary>
    /// <param name="changed">called with the changed topics; <see cref="IChangeFeed.Everything"/> when it is not known which</param>
    /// <param name="stop">ends the listening</param>
    Task<IChangeFeed> Listen(Action<IReadOnlyList<string>> changed, CancellationToken stop);
}

/// <summary>Tells what has changed in the database, whoever changed it.</summary>
public interface IChangeFeed : IAsyncDisposable
{
    /// <summary>The topic that stands for all topics.</summary>
    public const string Everything = "*";

    /// <summary>
    /// Reports what was committed before this call, as far as the engine can tell without waiting: SQLite all of it,
    /// PostgreSQL what its notifications have brought. Cheap: called for every public request.
    /// </summary>
    void CatchUp();
}
