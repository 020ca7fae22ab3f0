using System.Diagnostics;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>What holds for the open interface alone: any site may read it, and every refusal is a problem of RFC 9457, never a page.</summary>
internal sealed partial class ApiRequests(RequestDelegate next, IEngine engine, ILogger<ApiRequests> log)
{
    public async Task InvokeAsync(HttpContext context, ReaderLanguage reader)
    {
        if (!context.Request.Path.StartsWithSegments("/api/v1") && !context.Request.Path.StartsWithSegments("/openapi"))
        {
            await next(context);
            return;
        }

        reader.Value = Languages.Parse(context.Request.Query["lang"]) ?? reader.Value;
        OpenToAnySite(context.Response.Headers);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !engine.IsAway(failure) && !engine.IsFull(failure) && !context.Response.HasStarted)
        {
            var number = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            Failed(failure, number, context.Request.Path);
            context.Response.Clear();
            OpenToAnySite(context.Response.Headers);
            await ApiProblem.Write(context, StatusCodes.Status500InternalServerError, "api.failure", number);
        }

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
        {
            await ApiProblem.Write(context, context.Response.StatusCode, Code(context.Response.StatusCode));
        }
    }

    private static void OpenToAnySite(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "Accept, Accept-Language, If-None-Match";
        headers.AccessControlExposeHeaders = "ETag";
        headers.AccessControlMaxAge = "86400";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static string Code(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "api.forbidden",
        StatusCodes.Status404NotFound => "api.not-found",
        StatusCodes.Status405MethodNotAllowed => "api.method-not-allowed",
        StatusCodes.Status415UnsupportedMediaType => "api.body.not-json",
        StatusCodes.Status429TooManyRequests => "api.too-many-requests",
        >= 500 => "api.failure",
        _ => "api.bad-request",
    };

    [LoggerMessage(LogLevel.Error, "The open interface failed at {Path}, number {Number}.")]
    private partial void Failed(Exception failure, string number, string path);
}
