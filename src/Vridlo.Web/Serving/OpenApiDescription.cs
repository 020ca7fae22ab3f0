using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;

namespace Vridlo.Web.Serving;

/// <summary>The description of the open interface (OpenAPI 3.1), made from the addresses the modules declare and from the texts.</summary>
internal static class OpenApiDescription
{
    public const string Name = "v1";

    private const string Token = "token";

    public static void AddServices(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = address => address.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
            options.AddDocumentTransformer(Head);
            options.AddOperationTransformer(Describe);
            options.AddSchemaTransformer(Shape);
        });
    }

    private static Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var t = English(context.ApplicationServices);
        document.Info = new()
        {
            Title = t["api.title"],
            Version = "1.0",
            Description = t["api.description"],
        };
        document.Servers = [new() { Url = "/" }];
        document.Tags = document.Paths.Values.SelectMany(p => p.Operations?.Values.AsEnumerable() ?? [])
            .SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name!).Distinct()
            .Select(tag => new OpenApiTag { Name = tag, Description = t.Has("api.tag." + tag) ? t["api.tag." + tag] : null })
            .ToHashSet();
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = t["api.token"] };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.OperationId ??= context.Description.RelativePath!.Replace("api/v1/", "", StringComparison.Ordinal).Replace('/', '.').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiDescribed>().LastOrDefault() is not { } described)
        {
            return Task.CompletedTask;
        }

        var t = English(context.ApplicationServices);
        operation.Summary = t["api.operation." + operation.OperationId];
        operation.Tags = new HashSet<OpenApiTagReference> { new(described.Tag, context.Document) };
        operation.Parameters ??= [];
        Guard(operation, context, t);
        foreach (var name in described.Query.Where(n => operation.Parameters.All(p => p.Name != n)))
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In is not ParameterLocation.Header))
        {
            var own = $"api.parameter.{described.Tag}.{parameter.Name}";
            parameter.Description = t[t.Has(own) ? own : "api.parameter." + parameter.Name];
            parameter.Example = described.Examples.TryGetValue(parameter.Name!, out var example) ? JsonValue.Create(example) : null;
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answer.Description = t["api.answer." + status];
        }

        if (described.Csv && operation.Responses?["200"] is OpenApiResponse good)
        {
            good.Content?["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        return Task.CompletedTask;
    }

    /// <summary>Says which token an address needs, and that what is sent to it can be sent again.</summary>
    private static void Guard(OpenApiOperation operation, OpenApiOperationTransformerContext context, Texts t)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RightAttribute>().LastOrDefault()?.Right is { } right and not Rights.Public)
        {
            operation.Description = t["api.needs-right", t.Has(right) ? t[right] : t["api.right.any"]];
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            operation.Responses ??= [];
            operation.Responses.Remove("304");
            operation.Responses.TryAdd("401", new OpenApiResponse());
            operation.Responses.TryAdd("403", new OpenApiResponse());
        }

        if (metadata.OfType<ApiRepeatable>().Any())
        {
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = ApiRepeatable.Header, In = ParameterLocation.Header, Description = t["api.repeat"], Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    /// <summary>What the serializer's own converters hide from the description.</summary>
    private static Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Instant) || type == typeof(LocalDate))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, type == typeof(Instant) ? "date-time" : "date");
        }

        if (context.JsonTypeInfo.Type == typeof(Localized))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = English(context.ApplicationServices)["api.schema.localized"];
            schema.Properties = Enum.GetValues<Language>().ToDictionary(
                l => l.Code(), _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String });
            schema.Examples = [new JsonObject { ["cs"] = "Lázeňství", ["en"] = "Spas", ["de"] = "Kurwesen" }];
        }

        return Task.CompletedTask;
    }

    private static Texts English(IServiceProvider services) => services.GetRequiredService<TextCatalogue>().In(Language.En);
}
