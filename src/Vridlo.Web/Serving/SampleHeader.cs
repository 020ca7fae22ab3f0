using Vridlo.Core.Samples;

namespace Vridlo.Web.Serving;

/// <summary>Says of every answer from sample data that it is one, whatever its form. Styles, scripts and the state of health are none.</summary>
internal sealed class SampleHeader(RequestDelegate next, SampleLabel label)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsContent(context) && await label.Shown(context.RequestAborted))
        {
            context.Response.Headers[SampleLabel.Header] = "true";
        }

        await next(context);
    }

    private static bool IsContent(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null && !context.Request.Path.StartsWithSegments("/health");
}
