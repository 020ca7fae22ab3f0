using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Core.Access;

namespace Vridlo.Portal.TryApi;

/// <summary>Where the forms of the page go without scripts: leads to the address that they ask for.</summary>
internal static class TryAddress
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/try", async (HttpContext context, string? operation) =>
        {
            var asked = (await OperationListed.All(context.RequestServices, context.RequestAborted)).FirstOrDefault(o => o.Id == operation);
            var address = asked?.Address(name => context.Request.Query[name]);
            if (address is not null && context.Request.Query["format"] == "csv")
            {
                var query = address.IndexOf('?', StringComparison.Ordinal);
                address = query < 0 ? address + ".csv" : address.Insert(query, ".csv");
            }

            return Results.LocalRedirect(address ?? "/api");
        }).Right(Rights.Public).ExcludeFromDescription();
}
