using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vridlo.Core.Access;
using Vridlo.Testing;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Tests.Serving;

/// <summary>An address may hold a code that lets in whoever knows it; logs and traces go to others and stay for long.</summary>
public sealed class SecretAddressTests
{
    private const int Full = 13;

    [Fact]
    public async Task A_log_names_the_pattern_of_an_address()
    {
        using var log = new Lines();
        await using var site = await Site.Shipped(
            Engine.Sqlite,
            services => services.AddLogging(logging => logging.AddProvider(log)),
            app => app.MapGet("/planted/{code}", (string code) => code.Length > 0 ? throw new SqliteException("full", Full) : code).Right(Rights.Public));
        using var answer = await site.Get("/planted/tajne");
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains(log.Said, line => line.Contains("/planted/{code}", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Said, line => line.Contains("tajne", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trace_names_the_pattern_of_an_address()
    {
        using var request = new Activity("request").SetTag("url.path", "/pozvanka/tajne").SetTag("url.query", "?zpet=tajne");
        var context = new DefaultHttpContext();
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/pozvanka/{Code}"), 0, null, null));
        Telemetry.LeaveOutAddress(request, context.Response);
        Assert.Equal("/pozvanka/{Code}", request.GetTagItem("url.path"));
        Assert.Null(request.GetTagItem("url.query"));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    [Fact]
    public async Task A_refusal_leaves_the_pattern_of_what_was_asked_for()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/pozvanka/{Code}"), 0, null, null));
        var pages = new ErrorPages(
            asked =>
            {
                if (asked.Request.Path.StartsWithSegments("/chyba"))
                {
                    asked.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/chyba/{Status}"), 0, null, null));
                }
                else
                {
                    asked.Response.StatusCode = StatusCodes.Status404NotFound;
                }

                return Task.CompletedTask;
            },
            services.GetRequiredService<IServiceScopeFactory>());
        await pages.InvokeAsync(context);
        Assert.Equal("/pozvanka/{Code}", Telemetry.Pattern(context));
    }
}
