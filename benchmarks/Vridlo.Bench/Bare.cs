using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Vridlo.Bench;

/// <summary>The least that Kestrel can do: as many bytes as the address says, from memory.</summary>
internal static class Bare
{
    /// <summary>Starts it in a process of its own.</summary>
    public static Task<Running> Start()
    {
        var program = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? typeof(Bare).Assembly.Location : Path.ChangeExtension(Environment.ProcessPath!, ".dll");
        return Running.Start("/1", urls => [program, "bare", urls]);
    }

    public static async Task Run(string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls(urls);
        var bodies = new ConcurrentDictionary<string, byte[]>();
        await using var app = builder.Build();
        app.Run(context =>
        {
            var body = bodies.GetOrAdd(context.Request.Path.Value![1..], size => new byte[int.Parse(size, CultureInfo.InvariantCulture)]);
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
    }
}
