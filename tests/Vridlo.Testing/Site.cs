using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Web.Serving;

namespace Vridlo.Testing;

/// <summary>The real server on a port of its own, and a client that follows nothing by itself.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly Database database;
    private readonly bool owns;
    private readonly WebApplication app;

    private Site(Database database, bool owns, WebApplication app, TestClock clock, Statements statements)
    {
        (this.database, this.owns, this.app, Clock, Statements) = (database, owns, app, clock, statements);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public TestClock Clock { get; }

    public Statements Statements { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Work inside the server's own process.</summary>
    public Units Within => new(app.Services);

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>A server with what the first start loads.</summary>
    public static async Task<Site> Shipped(
        Engine engine, Action<IServiceCollection>? configure = null, Action<WebApplication>? map = null, IReadOnlyDictionary<string, string?>? settings = null) =>
        await Start(await Database.Copy(engine, Content.Shipped), owns: true, new() { More = configure, Settings = settings ?? new Dictionary<string, string?>() }, map);

    /// <summary>Another server on the same database.</summary>
    public Task<Site> Beside() => Start(database, owns: false, new(), null);

    /// <summary>Commands beside the server on the same database, as another process would run them.</summary>
    public World Commands() => World.Beside(database);

    public async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>The page at an address; anything but 200 is a failure.</summary>
    public async Task<IHtmlDocument> Page(string address)
    {
        using var answer = await Get(address);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode is HttpStatusCode.OK
            ? new HtmlParser().ParseDocument(body)
            : throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {body}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (owns)
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<Site> Start(Database database, bool owns, Replacements replacements, Action<WebApplication>? map)
    {
        var (clock, statements) = (new TestClock(), new Statements(onlyOfRequests: true));
        var app = World.App(database.Installation, "http://127.0.0.1:0", replacements with { Clock = clock, Statements = statements });
        map?.Invoke(app);
        await Server.Prepare(app, default);
        await app.StartAsync();
        return new(database, owns, app, clock, statements);
    }

#pragma warning disable CA2255 // Has to be set before any server is built; tests ask faster than readers do.
    [ModuleInitializer]
    internal static void LiftRateLimit() => Environment.SetEnvironmentVariable("RateLimit", "1000000");
#pragma warning restore CA2255
}
