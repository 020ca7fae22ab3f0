using Vridlo.Testing;
using Vridlo.Web;

namespace Vridlo.Bench;

/// <summary>What is measured and where: the program, its documents, installations on either engine. All of it is gone with this object.</summary>
internal sealed class Ground(string program, string document, string large) : IAsyncDisposable
{
    private readonly Dictionary<(Engine, string), Installation> installations = [];
    private readonly Dictionary<Engine, FilledRecord.Filled> records = [];
    private OwnCluster? cluster;

    public static IReadOnlyList<(Engine Engine, string Name)> Engines { get; } = [(Engine.Sqlite, "SQLite"), (Engine.Postgres, "PostgreSQL")];

    /// <summary>The programme the program ships, as text, and a long document.</summary>
    public string Document => document;

    public string Large => large;

    public string Folder { get; } = Directory.CreateTempSubdirectory("vridlo-bench-").FullName;

    /// <summary>The PostgreSQL of this run, with the durability it has by default.</summary>
    public async Task<OwnCluster> Cluster() => cluster ??= await OwnCluster.Start(Path.GetTempPath());

    /// <summary>An installation by its name; empty when it is asked for the first time.</summary>
    public async Task<Installation> At(Engine engine, string name)
    {
        if (!installations.TryGetValue((engine, name), out var there))
        {
            var database = engine is Engine.Postgres ? await (await Cluster()).Make(name) : null;
            installations[(engine, name)] = there = new(Path.Combine(Folder, $"{engine}-{name}"), database);
        }

        return there;
    }

    /// <summary>An installation with a long record.</summary>
    public async Task<(Installation Where, FilledRecord.Filled Record)> Filled(Engine engine)
    {
        var installation = await At(engine, "record");
        if (!records.TryGetValue(engine, out var record))
        {
            records[engine] = record = await FilledRecord.Fill(installation);
        }

        return (installation, record);
    }

    /// <summary>The program serving an installation.</summary>
    public Task<Running> Serve(Installation installation) => Running.Start("/", urls => [program, "serve", "--urls", urls, .. Where(installation)]);

    /// <summary>Seconds that one of the program's commands takes, from its start to its end.</summary>
    public Task<double> Run(params string[] arguments) => Command.Run("dotnet", [program, .. arguments]);

    /// <inheritdoc cref="Run(string[])"/>
    public Task<double> Run(Installation installation, params string[] arguments) => Run([.. arguments, .. Where(installation)]);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string[] Where(Installation installation) =>
        ["--data", installation.Data, .. installation.Database is null ? Array.Empty<string>() : ["--database", installation.Database]];
}
