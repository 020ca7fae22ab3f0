using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;

namespace Vridlo.Web.Serving;

/// <summary>
/// How much one address may ask for. What must be made anew is counted; what is in memory already is served without counting. Forms that
/// anybody may send, such as the sign-in, cost a password's hashing or a letter each, and those that come without a session are kept, so a
/// thirtieth of that is enough for either. A file of a whole list costs as long as it is read, so only a few are made at once: two for one
/// address and eight in all, of 300.
/// </summary>
internal sealed class Limits : IConfigureOptions<RateLimiterOptions>, IDisposable
{
    /// <summary>When to come again for what is free as soon as somebody else has done, in seconds.</summary>
    private const int Soon = 5;

    private readonly PartitionedRateLimiter<HttpContext> asked;
    private readonly PartitionedRateLimiter<HttpContext> unsent;

    public Limits(IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("RateLimit", 300);
        var (forms, files) = (Math.Max(1, perSecond / 30), Math.Max(1, perSecond / 150));
        unsent = PartitionedRateLimiter.Create<HttpContext, string>(request => Rate(Address(request), forms));
        asked = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, (bool, string)>(request =>
                IsOpenForm(request) ? Rate((true, Address(request)), forms) : Rate((false, Address(request)), perSecond)),
            Files(Address, files),
            Files(_ => "", 4 * files));
    }

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = asked;
        options.OnRejected = (refused, _) =>
        {
            SayWhen(refused.HttpContext.Response, refused.Lease);
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Whether another form without a session is too many for its address; the answer says so then.</summary>
    public bool Refuses(HttpContext context)
    {
        using var lease = unsent.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        SayWhen(context.Response, lease);
        return true;
    }

    public void Dispose()
    {
        asked.Dispose();
        unsent.Dispose();
    }

    private static void SayWhen(HttpResponse response, RateLimitLease lease)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : Soon;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsOpenForm(HttpContext request) =>
        HttpMethods.IsPost(request.Request.Method) && request.GetEndpoint()?.Metadata.GetMetadata<RightAttribute>()?.Right is Rights.Public;

    private static bool IsWholeList(HttpContext request) =>
        request.GetEndpoint()?.Metadata.GetMetadata<WholeListAttribute>() is not null || (request.Request.Path.StartsWithSegments("/api/v1") && request.Request.PrefersCsv());

    private static string Address(HttpContext request) => request.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<T> Rate<T>(T key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perSecond * 2,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });

    private static PartitionedRateLimiter<HttpContext> Files(Func<HttpContext, string> key, int atOnce) => PartitionedRateLimiter.Create<HttpContext, (bool, string)>(request =>
        IsWholeList(request) ? RateLimitPartition.GetConcurrencyLimiter((true, key(request)), _ => new() { PermitLimit = atOnce }) : RateLimitPartition.GetNoLimiter((false, "")));
}
