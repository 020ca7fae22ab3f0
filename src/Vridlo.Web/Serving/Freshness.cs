using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Publishing;

namespace Vridlo.Web.Serving;

/// <summary>
/// Gives every public page and answer a tag made of the program's build, the state of the data it shows and the day (pages
/// show what is in force today). Who has that tag already gets 304 and nothing is made. A page that names nothing it shows may be one for whoever
/// holds its link, such as the state of an offer: nobody on the way keeps it.
/// </summary>
internal sealed class Freshness(RequestDelegate next, PublicState state, IClock clock)
{
    private static readonly string Build = typeof(Freshness).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];
    private static readonly string Run = Guid.CreateVersion7().ToString("N")[^8..];

    public async Task InvokeAsync(HttpContext context)
    {
        var about = context.GetEndpoint()?.Metadata;
        var shows = about?.GetMetadata<ShowsAttribute>();
        if (shows is null || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            if (shows is null && about?.GetMetadata<ComponentTypeMetadata>() is not null)
            {
                context.Response.Headers.CacheControl = "no-cache, no-store";
            }

            await next(context);
            return;
        }

        var current = await state.Current(shows.Topics, context.RequestAborted);
        var day = clock.Today();
        var form = context.Request.PrefersCsv() ? "-csv" : "";
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{Build}{Run}-{current:x}-{day:yyyyMMdd}{form}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        context.Response.Headers.ETag = tag;
        context.Response.Headers.Vary = "Accept, Accept-Encoding";
        context.Features.Set(new StateTag(tag));
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await next(context);
    }
}

/// <summary>The tag of the state under which this request's answer is kept.</summary>
internal sealed record StateTag(string Value);
