using Microsoft.EntityFrameworkCore;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Lists;

/// <summary>Reads lists from the database, page by page or all rows in a stream.</summary>
public static class ListReading
{
    /// <summary>One page: two statements, one for the rows and one for the count. Earlier pages cost no more than the first.</summary>
    public static async Task<ListPage<TRow>> Page<TRow>(this ListOf<TRow> list, IQueryable<TRow> rows, ListAddress address, CancellationToken stop)
    {
        var narrowed = Narrowed(list, rows, address);
        var counted = await Keyset.ById(narrowed, list).Take(RowCount.Limit + 1).CountAsync(stop);
        var count = new RowCount(Math.Min(counted, RowCount.Limit), counted > RowCount.Limit);
        var backwards = address is { Before: not null, After: null };
        var found = await Found(list, narrowed, address, backwards, stop);
        if (backwards && found.Count <= address.Size)
        {
            // The way back has reached the beginning: the first page is shown in full.
            address = address with { Before = null };
            backwards = false;
            found = await Found(list, narrowed, address, backwards, stop);
        }

        var further = found.Count > address.Size;
        var shown = found.Take(address.Size).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var previous = backwards || address.After is not null ? At(shown.FirstOrDefault(), address.After) : null;
        var next = (backwards || further) && shown.Count > 0 ? ListPosition.Of(list, address.Order, shown[^1]) : null;
        return new(
            address,
            shown,
            count,
            previous is null ? null : address with { Before = previous, After = null },
            next is null ? null : address with { After = next, Before = null });

        ListPosition? At(TRow? row, ListPosition? otherwise) => row is null ? otherwise : ListPosition.Of(list, address.Order, row);
    }

    /// <summary>All rows of the list as narrowed and ordered, whatever page was asked for; at no time more than one row is in memory.</summary>
    public static IAsyncEnumerable<TRow> All<TRow>(this ListOf<TRow> list, IQueryable<TRow> rows, ListAddress address) =>
        Keyset.Ordered(Narrowed(list, rows, address), list, address.Order, backwards: false).AsAsyncEnumerable();

    /// <summary>The rows that were chosen, in the order of the list: those with these identities, or all that the address narrows the list to.</summary>
    /// <param name="list">the list</param>
    /// <param name="rows">all rows, not yet narrowed</param>
    /// <param name="address">how the list is narrowed and ordered</param>
    /// <param name="tokens">identities as <see cref="ListOf{TRow}.Token"/> gives them; null for all rows</param>
    /// <param name="stop">ends it</param>
    /// <returns>one more than <see cref="BulkAction{TRow}.Most"/> at most</returns>
    public static async Task<IReadOnlyList<TRow>> Chosen<TRow>(this ListOf<TRow> list, IQueryable<TRow> rows, ListAddress address, IReadOnlyList<string>? tokens, CancellationToken stop)
    {
        var chosen = tokens is null ? Narrowed(list, rows, address) : Keyset.These(rows, list, [.. tokens.Select(list.IdOf).OfType<object>()]);
        return await Keyset.Ordered(chosen, list, address.Order, backwards: false).Take(BulkAction<TRow>.Most + 1).ToListAsync(stop);
    }

    /// <summary>The rows that the address narrows the list to, in no order.</summary>
    public static IQueryable<TRow> Narrowed<TRow>(this ListOf<TRow> list, IQueryable<TRow> rows, ListAddress address) =>
        list.Filters.Aggregate(rows, (narrowed, filter) =>
            address.Narrowed.TryGetValue(filter.Key, out var value) ? filter.Apply(narrowed, value) ?? narrowed : narrowed);

    private static async Task<List<TRow>> Found<TRow>(
        ListOf<TRow> list, IQueryable<TRow> narrowed, ListAddress address, bool backwards, CancellationToken stop)
    {
        var from = (backwards ? address.Before : address.After) is { } place ? Keyset.Beyond(narrowed, list, place, backwards) : narrowed;
        return await Keyset.Ordered(from, list, address.Order, backwards).Take(address.Size + 1).ToListAsync(stop);
    }
}
