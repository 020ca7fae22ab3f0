using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>The server is killed at random moments while people write: nothing acknowledged is lost, nothing is half done, the record is whole.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Together = 6;

    [Theory, BothEngines]
    public Task A_few_times(Engine engine) => Rounds(engine, 5, People);

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Two_hundred_times(Engine engine) => Rounds(engine, 200, People);

    [Theory, BothEngines]
    public Task A_few_times_amid_money_and_spreadsheets(Engine engine) => Rounds(engine, 4, Money);

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Two_hundred_times_amid_money_and_spreadsheets(Engine engine) => Rounds(engine, 200, Money);

    private static IWriters People(Worker worker, string prefix) => new Writers(worker, prefix);

    private static IWriters Money(Worker worker, string prefix) => new MoneyWriters(worker, prefix);

    private async Task Rounds(Engine engine, int rounds, Func<Worker, string, IWriters> writing)
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
            var writers = writing(worker, $"r{round}n");
            await writers.Prepare();
            var written = writers.Write(Together);
            await First(writers);
            await Task.Delay(chance.Next(0, 800));
            await server.Kill();
            await written;
            Assert.Empty(writers.Refused);
            acknowledged.AddRange(writers.Acknowledged);
            Assert.Empty(await writers.Faults(world, acknowledged));
            output.WriteLine($"round {round}: {writers.Acknowledged.Count} acknowledged, {acknowledged.Count} in all");
            Progress(engine, round, acknowledged.Count);
        }

        Assert.True(acknowledged.Count >= rounds, "Hardly anything was written.");
        worker?.Dispose();
    }

    /// <summary>Waits until something has been acknowledged: a server that has just started takes its time over the first page.</summary>
    private static async Task First(IWriters writers)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); writers.Acknowledged.Count == 0 && since.Elapsed < TimeSpan.FromMinutes(1);)
        {
            await Task.Delay(5);
        }
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
