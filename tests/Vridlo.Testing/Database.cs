using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;
using Vridlo.Web;

namespace Vridlo.Testing;

/// <summary>A database of one test, copied from a template of this run; gone when the test ends.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The folder of the run, when ./test has named one: what its processes share.</summary>
    private static readonly string? Run = Environment.GetEnvironmentVariable("VRIDLO_TEST_WORK");

    private static readonly string Work = Path.Combine(Run ?? Path.GetTempPath(), $"vridlo-{Environment.ProcessId}");

    private static readonly Dictionary<(Engine Engine, Content Content), Lazy<Task<Database>>> Templates = (
        from engine in Enum.GetValues<Engine>()
        from content in Enum.GetValues<Content>()
        select (engine, content)).ToDictionary(t => t, t => new Lazy<Task<Database>>(() => Template(t.engine, t.content)));

    private readonly string name;

    private Database(Engine engine, string name, string within) =>
        (Engine, this.name, Installation) = (engine, name, new(Path.Combine(within, name), engine is Engine.Postgres ? Cluster.Of(name) : null));

    private Database(Engine engine, Installation installation) => (Engine, name, Installation) = (engine, "", installation);

    static Database() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(Work);

    public Engine Engine { get; }

    public Installation Installation { get; }

    /// <summary>What the application knows the engine by.</summary>
    public IEngine Kind => Installation.Engine();

    /// <summary>A database without anything, not even a schema.</summary>
    public static async Task<Database> Bare(Engine engine)
    {
        var bare = Own(engine);
        await bare.Make();
        return bare;
    }

    /// <summary>A database with what the first start loads.</summary>
    public static Task<Database> Shipped(Engine engine) => Copy(engine, Content.Shipped);

    /// <summary>One that somebody else made and will remove; it is not to be disposed of.</summary>
    public static Database At(Engine engine, Installation installation) => new(engine, installation);

    /// <summary>A database with the current schema and the content.</summary>
    internal static async Task<Database> Copy(Engine engine, Content content)
    {
        var (template, copy) = (await Templates[(engine, content)].Value, Own(engine));
        if (engine is Engine.Postgres)
        {
            await Cluster.Run($"CREATE DATABASE {copy.name} TEMPLATE {template.name} STRATEGY FILE_COPY");
        }

        CopyFolder(template.Installation.Data, copy.Installation.Data);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine is Engine.Postgres)
        {
            await using (var connection = new NpgsqlConnection(Installation.Database))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await Cluster.Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        SqliteConnection.ClearAllPools();
        Remove(Installation.Data);
    }

    private static Database Own(Engine engine) => new(engine, "t" + Guid.CreateVersion7().ToString("N"), Work);

    /// <summary>One template serves the whole run: who comes first makes it, the other processes wait at its lock.</summary>
    private static async Task<Database> Template(Engine engine, Content content)
    {
        if (Run is null)
        {
            var own = Own(engine);
            await own.Make();
            await own.Fill(content);
            return own;
        }

        var template = new Database(engine, $"template_{engine}_{content}".ToLowerInvariant(), Run);
        var done = template.Installation.Data + ".done";
        await using (await Lock(template.Installation.Data + ".lock"))
        {
            if (!File.Exists(done))
            {
                await template.Make();
                await template.Fill(content);
                await File.WriteAllTextAsync(done, "");
            }
        }

        return template;
    }

    private static async Task<FileStream> Lock(string file)
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(50);
            }
        }
    }

    private async Task Make()
    {
        Directory.CreateDirectory(Installation.Data);
        if (Engine is Engine.Postgres)
        {
            await Cluster.Run($"CREATE DATABASE {name}");
        }
    }

    private async Task Fill(Content content)
    {
        await using (var app = World.App(Installation, null, new()))
        {
            await Installation.Migrate(app.Services, default);
            if (content is Content.Shipped)
            {
                await Installation.FirstStart(app.Services, default);

                // What a server does once when it first starts it need not do for every test.
                await app.Services.GetRequiredService<JobLease>().Enter(default);
                await Task.WhenAll(await app.Services.GetRequiredService<RunJobs>().Begin(default));
            }
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A file that is just being closed may still come or go, once or twice.</summary>
    private static void Remove(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < 5)
            {
                Thread.Sleep(100);
            }
        }
    }
}

/// <summary>What a test finds in its database.</summary>
internal enum Content
{
    /// <summary>the schema and nothing else</summary>
    Nothing,

    /// <summary>what the first start loads</summary>
    Shipped,
}
