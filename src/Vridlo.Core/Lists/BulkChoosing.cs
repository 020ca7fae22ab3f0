using Microsoft.AspNetCore.Http;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Lists;

/// <summary>Finds what a bulk action is asked for by the address of its page.</summary>
public static class BulkChoosing
{
    /// <summary>The action that the address names (<c>do</c>) and the rows it names (<c>row</c>, or <c>all</c> that it narrows the list to); null when there is no such action.</summary>
    /// <param name="source">the list</param>
    /// <param name="actions">what can be done to many of its rows</param>
    /// <param name="query">the query of the address</param>
    /// <param name="stop">ends it</param>
    public static async Task<BulkChosen<TRow>?> Chosen<TRow>(this ListSource<TRow> source, IReadOnlyList<BulkAction<TRow>> actions, IQueryCollection query, CancellationToken stop)
    {
        if (actions.FirstOrDefault(a => query["do"].Count == 0 || a.Key == query["do"]) is not { } action)
        {
            return null;
        }

        var (address, _) = ListAddress.Read(source.List, name => query[name]);
        return new(source.List, action, await source.List.Chosen(source.Rows, address, query["all"] == "1" ? null : [.. query["row"].OfType<string>()], stop));
    }
}
