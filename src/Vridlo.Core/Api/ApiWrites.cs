using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vridlo.Core.Api;

/// <summary>
/// Addresses of the open interface that write. They take a token, never a browser's cookie, so they need no guard against forged forms.
/// The same command is run as by the page, so the same rules are met.
/// </summary>
public static class ApiWrites
{
    /// <summary>
    /// Declares that an address takes a <typeparamref name="TBody"/> as its handler's <see cref="ApiBody{T}"/> and answers with a
    /// <typeparamref name="TAnswer"/>: describes it, refuses bodies that cannot be read, and lets a request with the header
    /// <c>Idempotency-Key</c> that arrives again be answered as it was the first time.
    /// </summary>
    /// <param name="endpoint">the address; its right is declared apart</param>
    /// <param name="name">name of the operation; its summary is the text <c>api.operation.{name}</c></param>
    /// <param name="status">the status of success</param>
    /// <param name="examples">an example for each parameter of the path</param>
    public static RouteHandlerBuilder Writes<TBody, TAnswer>(
        this RouteHandlerBuilder endpoint, string name, int status = StatusCodes.Status200OK, params IReadOnlyList<(string Parameter, string Example)> examples)
        where TBody : class => endpoint
            .Accepts<TBody>("application/json")
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ApiProblem.MediaType)
            .Writes<TAnswer>(name, status, examples);

    /// <summary>Declares that an address writes without a body, such as a removal.</summary>
    /// <inheritdoc cref="Writes{TBody, TAnswer}"/>
    public static RouteHandlerBuilder Writes<TAnswer>(
        this RouteHandlerBuilder endpoint, string name, int status = StatusCodes.Status200OK, params IReadOnlyList<(string Parameter, string Example)> examples) => endpoint
            .WithName(name)
            .WithMetadata(new ApiDescribed(name.Split('.')[0], examples.ToDictionary(e => e.Parameter, e => e.Example), [], Csv: false), new ApiRepeatable())
            .Produces<TAnswer>(status)
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status409Conflict, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, ApiProblem.MediaType)
            .AddEndpointFilter(OnlyReadable)
            .AddEndpointFilter(ApiReceipt.Once);

    private static async ValueTask<object?> OnlyReadable(EndpointFilterInvocationContext asked, EndpointFilterDelegate next) =>
        asked.Arguments.OfType<IApiBody>().FirstOrDefault()?.Refused is { } refused ? refused.Answer() : await next(asked);
}

/// <summary>An answer that is a secret: it is kept nowhere, so a request that arrives again is told that it was answered, and not what.</summary>
#pragma warning disable CA1040 // There is nothing to ask of it but what it is.
public interface IShownOnce;
#pragma warning restore CA1040

/// <summary>Marks an address where a request can be repeated under the same <c>Idempotency-Key</c>.</summary>
public sealed class ApiRepeatable
{
    /// <summary>The header that names a request.</summary>
    public const string Header = "Idempotency-Key";
}
