using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Ui;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Testing;

/// <summary>The services of an installation over a database of the test's own, as the commands see them.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly Database database;
    private readonly bool owns;
    private readonly WebApplication app;

    private World(Database database, bool owns)
    {
        (this.database, this.owns) = (database, owns);
        app = App(database.Installation, null, new() { Clock = Clock, Statements = Statements });
    }

    public TestClock Clock { get; } = new();

    public Statements Statements { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>An empty installation.</summary>
    public static async Task<World> Empty(Engine engine) => new(await Database.Copy(engine, Content.Nothing), owns: true);

    /// <summary>An installation with what the first start loads.</summary>
    public static async Task<World> Shipped(Engine engine) => new(await Database.Copy(engine, Content.Shipped), owns: true);

    /// <summary>Another process, as it were, on the same database.</summary>
    public static World Beside(Database database) => new(database, owns: false);

    /// <inheritdoc cref="Beside(Database)"/>
    public World Beside() => new(database, owns: false);

    /// <inheritdoc cref="Units.In{T}"/>
    public Task<T> In<T>(Func<IServiceProvider, Task<T>> work) => new Units(Services).In(work);

    /// <inheritdoc cref="Units.In{T}"/>
    public Task In(Func<IServiceProvider, Task> work) => new Units(Services).In(work);

    /// <inheritdoc cref="Units.Enter"/>
    public Task<Result<Entered>> Enter(EditionContent content) => new Units(Services).Enter(content);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (owns)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>The real application, with a clock that can be set, counted statements, a log of what nobody caught, and an error for every missing text.</summary>
    internal static WebApplication App(Installation installation, string? urls, Replacements replacements) =>
        Server.Build(installation, urls, builder =>
        {
            var services = builder.Services;
            builder.Configuration.AddInMemoryCollection(replacements.Settings);
            services.AddLogging(logging => logging.ClearProviders().AddSimpleConsole()
                .AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error).AddFilter<ConsoleLoggerProvider>("Microsoft.EntityFrameworkCore", LogLevel.None));
            services.Replace(ServiceDescriptor.Singleton(_ => new TextCatalogue(Server.TextAssemblies.Append(typeof(Links).Assembly), strict: true)));
            services.Replace(ServiceDescriptor.Singleton<IClock>(replacements.Clock));
            // Hashing passwords as slowly as they must be hashed was a seventh of what tests take; the way is the same.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(replacements.Statements));
            replacements.More?.Invoke(services);
        });
}

/// <summary>What tests put in the place of the real thing.</summary>
internal sealed record Replacements
{
    public TestClock Clock { get; init; } = new();

    public Statements Statements { get; init; } = new();

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public Action<IServiceCollection>? More { get; init; }
}
