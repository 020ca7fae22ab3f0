using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>The server is killed at random moments while people write: nothing acknowledged is lost, nothing is half done, the record is whole.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Together = 6;

    [Theory, BothEngines]
    public Task A_few_times(Engine engine) => Rounds(engine, 5);

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Two_hundred_times(Engine engine) => Rounds(engine, 200);

    private async Task Rounds(Engine engine, int rounds)
    {
        var chance = new Random(rounds);
        await using var database = await Database.Shipped(engine);
        await using var world = World.Beside(database);
        await Writers.Employ(world);
        var port = Served.FreePort();
        var acknowledged = new List<string>();
        Worker? worker = null;
        for (var round = 1; round <= rounds; round++)
        {
            await using var server = await Served.Start(database.Installation, port);
            worker ??= await Office.SignIn(server.Address, Writers.Administrator);
            var writers = new Writers(worker, $"r{round}n");
            var writing = writers.Write(Together, goOn: false, CancellationToken.None);
            await writers.First(TimeSpan.FromMinutes(1));
            await Task.Delay(chance.Next(0, 800));
            await server.Kill();
            await writing;
            Assert.Empty(writers.Refused);
            acknowledged.AddRange(writers.Acknowledged);
            Assert.Empty(await Writers.Faults(world, acknowledged));
            output.WriteLine($"round {round}: {writers.Acknowledged.Count} acknowledged, {acknowledged.Count} in all");
            Progress(engine, round, acknowledged.Count);
        }

        Assert.True(acknowledged.Count >= rounds, "Hardly anything was written.");
        worker?.Dispose();
    }

    /// <summary>Hundreds of rounds take their time: whoever asked for them can look how far they are.</summary>
    private static void Progress(Engine engine, int round, int acknowledged)
    {
        if (Environment.GetEnvironmentVariable("VRIDLO_FAULTS_LOG") is { } log)
        {
            File.AppendAllText(log, $"{engine} round {round}: {acknowledged} acknowledged, none lost\n");
        }
    }
}
