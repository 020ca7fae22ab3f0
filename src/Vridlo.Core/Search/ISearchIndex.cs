using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>
/// The engine's own full-text index. It keeps tokens that were made here and knows no language, so both engines find the same
/// in the same order: that of the entries' identifiers. Everything happens within the transaction of the given context.
/// </summary>
public interface ISearchIndex
{
    /// <summary>Adds entries and their tokens; their identifiers must be new.</summary>
    Task Add(AppDb db, IReadOnlyList<SearchEntry> entries, CancellationToken stop);

    /// <summary>Removes all entries of some scopes and their tokens.</summary>
    Task Remove(AppDb db, IReadOnlyList<long> scopes, CancellationToken stop);

    /// <summary>The identifiers of at most <paramref name="limit"/> entries that fit, any of them.</summary>
    Task<IReadOnlyList<long>> Some(AppDb db, SearchExpression what, int limit, CancellationToken stop);

    /// <summary>
    /// At most <paramref name="limit"/> entries that fit the steps, those of the first step first, and in each the lowest
    /// identifiers first. One statement, which reads no further than it must.
    /// </summary>
    Task<IReadOnlyList<SearchPlace>> Best(AppDb db, IReadOnlyList<SearchStep> steps, int limit, CancellationToken stop);

    /// <summary>Puts the index in good order after many entries were written.</summary>
    Task Tidy(AppDb db, CancellationToken stop);
}

/// <summary>One step of a search.</summary>
/// <param name="Number">its place among the steps, 0 the best</param>
/// <param name="What">what is sought; no two steps find the same</param>
/// <param name="After">only greater identifiers</param>
/// <param name="Last">no greater identifiers</param>
public sealed record SearchStep(int Number, SearchExpression What, long After, long Last);
