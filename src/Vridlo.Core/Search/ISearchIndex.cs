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

    /// <summary>Removes all entries of a scope and their tokens.</summary>
    Task Remove(AppDb db, long scope, CancellationToken stop);

    /// <summary>
    /// The identifiers of at most <paramref name="limit"/> entries that fit, greater than <paramref name="after"/> and not
    /// greater than <paramref name="last"/>; the lowest ones in their order when <paramref name="ordered"/>, else any.
    /// </summary>
    Task<IReadOnlyList<long>> Find(
        AppDb db, SearchExpression what, long after, long last, int limit, bool ordered, CancellationToken stop);

    /// <summary>Puts the index in good order after many entries were written.</summary>
    Task Tidy(AppDb db, CancellationToken stop);
}
