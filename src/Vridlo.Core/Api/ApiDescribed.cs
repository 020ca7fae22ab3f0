using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vridlo.Core.Api;

/// <summary>What the description of the open interface must know of an address beyond its handler's parameters.</summary>
/// <param name="Tag">the group it is listed in; text key <c>api.tag.{tag}</c></param>
/// <param name="Examples">an example for each parameter that has one</param>
/// <param name="Query">names of query parameters that the handler reads from the request itself; text keys <c>api.parameter.{name}</c></param>
/// <param name="Csv">whether it also answers with CSV</param>
public sealed record ApiDescribed(string Tag, IReadOnlyDictionary<string, string> Examples, IReadOnlyList<string> Query, bool Csv);

/// <summary>Describes addresses of the open interface.</summary>
public static class ApiDescriptions
{
    private static readonly string[] Paging = ["sort", "limit", "after", "before"];

    /// <summary>
    /// Describes an address: its name (<c>programmes.list</c>) is its operation and the last part of the text key of its
    /// summary, <c>api.operation.{name}</c>; <paramref name="examples"/> fill the forms of the page where it can be tried.
    /// </summary>
    public static RouteHandlerBuilder Described<TAnswer>(
        this RouteHandlerBuilder endpoint, string name, bool csv = false, bool paged = false, IReadOnlyList<string>? filters = null, params IReadOnlyList<(string Parameter, string Example)> examples)
    {
        IReadOnlyList<string> query = [.. filters ?? [], .. paged ? Paging : [], .. csv ? ["lang"] : Array.Empty<string>()];
        return endpoint
            .WithName(name)
            .WithMetadata(new ApiDescribed(name.Split('.')[0], examples.ToDictionary(e => e.Parameter, e => e.Example), query, csv))
            .Produces<TAnswer>()
            .Produces(StatusCodes.Status304NotModified)
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, ApiProblem.MediaType);
    }
}
