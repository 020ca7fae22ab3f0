using System.Diagnostics;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Vridlo.Web.Serving;

/// <summary>Structured logs always; traces and metrics when OTEL_EXPORTER_OTLP_ENDPOINT names who collects them.</summary>
internal static class Telemetry
{
    /// <summary>What stands for an address in logs and traces: the address itself may hold a code that lets in whoever knows it.</summary>
    public static string? Pattern(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    public static void LeaveOutAddress(Activity request, HttpResponse response) => request.SetTag("url.path", Pattern(response.HttpContext)).SetTag("url.query", null);

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
        {
            Collect(builder);
        }
    }

    /// <summary>Apart, so that the libraries are loaded only where somebody collects.</summary>
    private static void Collect(WebApplicationBuilder builder) =>
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("vridlo"))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpResponse = LeaveOutAddress).AddNpgsql())
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql"))
            .UseOtlpExporter();
}
