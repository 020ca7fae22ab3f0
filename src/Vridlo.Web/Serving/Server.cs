using System.Reflection;
using Vridlo.Core;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Samples;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>Builds and runs the web server of an installation.</summary>
public static class Server
{
    /// <summary>The assemblies whose <c>Text/*.resx</c> hold texts.</summary>
    internal static IReadOnlyList<Assembly> TextAssemblies { get; } =
        [.. Modules.All.Select(m => m.GetType().Assembly), typeof(Documents.ProgrammeDocument).Assembly, typeof(AppDb).Assembly, typeof(Server).Assembly];

    /// <summary>Runs until Ctrl-C or SIGTERM; requests under way are finished first.</summary>
    /// <param name="installation">where its data is</param>
    /// <param name="urls">where it listens</param>
    /// <param name="before">what is done before the first request; any exit code but 0 ends the program instead</param>
    /// <param name="stop">ends it</param>
    internal static async Task<int> Run(Installation installation, string urls, Func<IServiceProvider, Task<int>> before, CancellationToken stop)
    {
        await using var app = Build(installation, urls);
        await Prepare(app, stop);
        var code = await before(app.Services);
        if (code == 0)
        {
            await app.RunAsync(stop);
        }

        return code;
    }

    /// <summary>Migrates, does the work of the first start, and begins to listen for changes made elsewhere.</summary>
    public static async Task Prepare(WebApplication app, CancellationToken stop)
    {
        await Installation.Migrate(app.Services, stop);
        await Installation.FirstStart(app.Services, stop);
        await app.Services.GetRequiredService<PublicState>().Follow(app.Services.GetRequiredService<IEngine>(), stop);
        await app.Services.GetRequiredService<SampleLabel>().Shown(stop);
    }

    /// <summary>The whole application, not yet started.</summary>
    /// <param name="installation">where its data is</param>
    /// <param name="urls">where it listens, separated by semicolons; empty where only what its addresses are is asked for; null for commands that do not ask: they start a third sooner without</param>
    /// <param name="configure">last changes of settings and services, for tests</param>
    public static WebApplication Build(Installation installation, string? urls, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        Telemetry.Add(builder);
        builder.Services.AddVridlo(Modules.All, installation.Engine(), new(installation.Data));
        builder.Services.AddUi(TextAssemblies, strict: builder.Environment.IsDevelopment());
        Pipeline.AddServices(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        if (urls is not null)
        {
            if (urls.Length > 0)
            {
                MakeModel(app.Services);
            }

            Pipeline.Use(app);
        }

        return app;
    }

    /// <summary>The model of the database takes about as long to make as the addresses do, so both are made side by side. What fails in it fails again whoever needs it.</summary>
    private static void MakeModel(IServiceProvider services) => Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<AppDb>().Model;
    });
}
