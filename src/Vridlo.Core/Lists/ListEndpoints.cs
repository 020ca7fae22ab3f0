using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Lists;

/// <summary>The rows of a list for one request.</summary>
/// <param name="List">the declaration</param>
/// <param name="Rows">all rows, not yet narrowed</param>
public sealed record ListSource<TRow>(ListOf<TRow> List, IQueryable<TRow> Rows);

/// <summary>Marks an address that answers with a whole list at once, whatever its length; the host makes only a few of those at the same time.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WholeListAttribute : Attribute;

/// <summary>Addresses at which lists can be downloaded.</summary>
public static class ListEndpoints
{
    /// <summary>
    /// Maps <c>path.csv</c>, <c>path.xlsx</c> and <c>path.json</c>: the list as narrowed and ordered by the address, all pages of
    /// it. The caller declares right and topics.
    /// </summary>
    /// <param name="endpoints">where to map</param>
    /// <param name="path">Czech address without ending</param>
    /// <param name="source">finds the rows; null answers 404</param>
    public static RouteHandlerBuilder MapList<TRow>(
        this IEndpointRouteBuilder endpoints, string path, Func<HttpContext, Task<ListSource<TRow>?>> source) =>
        endpoints.MapGet(path + ".{format:regex(^(csv|xlsx|json)$)}", async (HttpContext context, string format) =>
            await source(context) is { } found ? found.File(context, Enum.Parse<ListFormat>(format, ignoreCase: true)) : Results.NotFound())
            .WithMetadata(new WholeListAttribute()).ExcludeFromDescription();

    /// <summary>The list as the request's address narrows and orders it, as a file; with the columns it names, or all there are.</summary>
    public static IResult File<TRow>(this ListSource<TRow> source, HttpContext context, ListFormat format)
    {
        var (address, _) = ListAddress.Read(source.List, name => context.Request.Query[name]);
        return new ListFile<TRow>(source.List.With(address.Columns), source.List.All(source.Rows, address), format);
    }
}
