using Microsoft.AspNetCore.OutputCaching;

namespace Vridlo.Web.Serving;

/// <summary>
/// Keeps public pages in memory under the tag of the state they were made from, so that a page made while its data changed is
/// never found again. Old ones fall out by age and size.
/// </summary>
internal sealed class PublicPages : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var tag = context.HttpContext.Features.Get<StateTag>();
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = tag is not null;

        // Making a page twice at the same moment costs less than every reader queueing for the one who might be making it.
        context.AllowLocking = false;
        if (tag is not null)
        {
            context.CacheVaryByRules.QueryKeys = "*";
            context.CacheVaryByRules.VaryByValues["state"] = tag.Value;
            context.CacheVaryByRules.VaryByValues["coding"] = Coding(context.HttpContext.Request.Headers.AcceptEncoding.ToString());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    private static string Coding(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
}
