using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Vridlo.Portal.TryApi;

/// <summary>An address of the open interface as its description gives it.</summary>
/// <param name="Id">name of the operation, such as <c>programmes.list</c></param>
/// <param name="Verb">the HTTP method</param>
/// <param name="Needs">which token it needs, in English; null when everybody may ask</param>
/// <param name="Tag">the group it belongs to</param>
/// <param name="Path">its path, with parameters in braces</param>
/// <param name="Summary">what it is for, in English</param>
/// <param name="Csv">whether it also answers with CSV</param>
/// <param name="Parameters">what can be given</param>
public sealed record OperationListed(string Id, string Verb, string? Needs, string Tag, string Path, string Summary, bool Csv, IReadOnlyList<ParameterListed> Parameters)
{
    /// <summary>The operations in the order of the description.</summary>
    public static async Task<IReadOnlyList<OperationListed>> All(IServiceProvider services, CancellationToken stop)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(stop);
        return [.. from path in document.Paths
                   from operation in path.Value.Operations ?? []
                   where operation.Key == HttpMethod.Get
                   let answers = operation.Value.Responses?.GetValueOrDefault("200")?.Content
                   select new OperationListed(
                       operation.Value.OperationId ?? path.Key,
                       operation.Key.Method.ToUpperInvariant(),
                       operation.Value.Security is { Count: > 0 } ? operation.Value.Description : null,
                       operation.Value.Tags?.FirstOrDefault()?.Name ?? "",
                       path.Key,
                       operation.Value.Summary ?? "",
                       answers?.ContainsKey("text/csv") is true,
                       [.. (operation.Value.Parameters ?? []).Where(p => p.In is not ParameterLocation.Header).Select(p => new ParameterListed(
                           p.Name ?? "", p.In is ParameterLocation.Path, p.Example?.ToString() ?? ""))])];
    }

    /// <summary>Whether everybody may try it from a page.</summary>
    public bool IsOpen => Verb == "GET" && Needs is null;

    /// <summary>The address that asks what the values say; null when a part of the path is missing or not everybody may ask.</summary>
    public string? Address(Func<string, string?> value)
    {
        var path = Path;
        if (!IsOpen)
        {
            return null;
        }

        foreach (var parameter in Parameters.Where(p => p.InPath))
        {
            if (value(parameter.Name) is not { Length: > 0 } given)
            {
                return null;
            }

            path = path.Replace("{" + parameter.Name + "}", Uri.EscapeDataString(given), StringComparison.Ordinal);
        }

        var query = Parameters.Where(p => !p.InPath && !string.IsNullOrEmpty(value(p.Name)))
            .Select(p => p.Name + "=" + Uri.EscapeDataString(value(p.Name)!));
        return string.Join('?', new[] { path, string.Join('&', query) }.Where(p => p.Length > 0));
    }
}

/// <summary>A parameter of an address.</summary>
/// <param name="Name">its name</param>
/// <param name="InPath">whether it is a part of the path, and so cannot be left out</param>
/// <param name="Example">a value that works, or empty</param>
public sealed record ParameterListed(string Name, bool InPath, string Example);
