using System.Text.Encodings.Web;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>
/// Says plainly that the database cannot be reached (503) or has no room left (507). Neither is a defect of ours, both pass, and the
/// page that says so needs no database.
/// </summary>
internal sealed partial class Outages(RequestDelegate next, IEngine engine, TextCatalogue texts, ILogger<Outages> log)
{
    private const string Soon = "5";

    public async Task InvokeAsync(HttpContext context, ReaderLanguage reader)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && Status(failure) is not null)
        {
            var status = Status(failure)!.Value;
            Missing(status, Telemetry.Pattern(context), failure.GetBaseException().Message);
            context.Response.StatusCode = status;
            var headers = context.Response.Headers;
            headers.RetryAfter = Soon;
            headers.CacheControl = "no-store";
            headers.ETag = headers.Location = headers.SetCookie = headers.ContentEncoding = default;
            if (context.Request.Path.StartsWithSegments("/api/v1"))
            {
                await ApiProblem.Write(context, status, $"api.outage-{status}");
                return;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(texts.In(reader.Value), status), CancellationToken.None);
        }
    }

    private int? Status(Exception failure) =>
        engine.IsFull(failure) ? StatusCodes.Status507InsufficientStorage : engine.IsAway(failure) ? StatusCodes.Status503ServiceUnavailable : null;

    private static string Page(Texts t, int status)
    {
        var (title, text) = (HtmlEncoder.Default.Encode(t[$"web.outage.{status}.title"]), HtmlEncoder.Default.Encode(t[$"web.outage.{status}.text"]));
        return $"""
            <!DOCTYPE html>
            <html lang="{t.Language.Code()}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/_content/Vridlo.Ui/built/vridlo.css"><title>{title}</title></head>
            <body><main class="v-page v-error"><h1>{title}</h1><p>{text}</p></main></body>
            </html>
            """;
    }

    [LoggerMessage(LogLevel.Warning, "Answered {Status} at {Path}: {Failure}")]
    private partial void Missing(int status, string? path, string failure);
}
