using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>
/// Where entries of search come from; a ledger or module declares one by <see cref="Declarations.SearchSource"/>. Its things
/// fall into scopes (a programme, all places) which are written anew as a whole, in the transaction of the commit that changes them.
/// </summary>
public interface ISearchSource
{
    /// <summary>Stable name, unique in the installation.</summary>
    string Name { get; }

    /// <summary>The kinds of its things.</summary>
    IReadOnlyList<SearchKind> Kinds { get; }

    /// <summary>Keys of the scopes that what is about to be saved touches. Asked at every commit: looks at nothing but the change tracker.</summary>
    IReadOnlyList<string> Touched(AppDb db);

    /// <summary>Keys of the scopes whose public state changed by itself after <paramref name="since"/> and until <paramref name="today"/>; none where nothing does.</summary>
    Task<IReadOnlyList<string>> Due(AppDb db, LocalDate since, LocalDate today, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Keys of all scopes, for building everything anew; the order is that of first entry.</summary>
    Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop);

    /// <summary>
    /// What of some scopes the public may find on that day, those of one scope in the order in which equals are listed; read in pages, since
    /// entries are written between them.
    /// </summary>
    /// <param name="db">the database</param>
    /// <param name="scopes">keys of at most <see cref="AtOnce"/> scopes; those that are no more yield nothing</param>
    /// <param name="today">the day</param>
    /// <param name="stop">ends the reading</param>
    IAsyncEnumerable<SearchItem> Items(AppDb db, IReadOnlyList<string> scopes, LocalDate today, CancellationToken stop);

    /// <summary>Of so many scopes items are asked for at once.</summary>
    const int AtOnce = 500;
}

/// <summary>One thing that can be found.</summary>
public sealed record SearchItem
{
    /// <summary>Key of the scope it belongs to.</summary>
    public required string Scope { get; init; }

    /// <summary>Key of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its human code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its title, or null when it has none; then <see cref="Body"/> must say something.</summary>
    public required Localized? Title { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyList<Localized> Body { get; init; } = [];

    /// <summary>The titles of what stands above it, the top one first.</summary>
    public IReadOnlyList<Localized> Above { get; init; } = [];

    /// <summary>Short name of the programme it belongs to, or null.</summary>
    public Localized? Whose { get; init; }

    /// <summary>Its Czech address.</summary>
    public required string Path { get; init; }
}
