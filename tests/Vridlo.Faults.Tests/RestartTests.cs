using System.Collections.Concurrent;
using System.Net;
using Vridlo.Testing;
using Vridlo.Web;

namespace Vridlo.Faults.Tests;

/// <summary>PostgreSQL is restarted while people read and write: requests fail cleanly, then go on.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task Requests_fail_cleanly_and_then_go_on(string mode)
    {
        await using var cluster = await OwnCluster.Start();
        var installation = new Installation(cluster.Data, cluster.Database);
        await using var server = await Served.Start(installation, Served.FreePort());
        await using var world = World.Beside(Database.At(Engine.Postgres, installation));
        await Writers.Employ(world);
        using var worker = await Office.SignIn(server.Address, Writers.Administrator);
        var writers = new Writers(worker, "p");
        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentQueue<(HttpStatusCode Status, string Body)>();
        var writing = writers.Write(3, goOn: true, enough.Token);
        var reading = Task.WhenAll(Enumerable.Range(0, 4).Select(i => Read(server.Address, i, answers, enough.Token)));

        await Task.Delay(1000);
        await cluster.Restart(mode);
        var before = writers.Acknowledged.Count;
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
        {
            while (writers.Acknowledged.Count < before + 5)
            {
                Assert.False(patience.IsCancellationRequested, "It does not go on.");
                await Task.Delay(50);
            }
        }

        answers.Clear();
        await Task.Delay(1000);
        var later = answers.ToList();
        await enough.CancelAsync();
        await Task.WhenAll(writing, reading);

        Assert.False(server.HasEnded);
        Assert.NotEmpty(later);
        Assert.All(later, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.NotEmpty(writers.Refused);
        Assert.All(writers.Refused, Clean);

        // The test's own connections broke too.
        Npgsql.NpgsqlConnection.ClearAllPools();
        Assert.Empty(await Writers.Faults(world, writers.Acknowledged));
    }

    private static async Task Read(Uri address, int reader, ConcurrentQueue<(HttpStatusCode Status, string Body)> answers, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            // From memory, made anew, and from the open interface.
            var page = (i % 3) switch { 0 => "/", 1 => $"/hledani?q=silnice+{reader}+{i}", _ => "/api/v1/programmes" };
            using var answer = await client.GetAsync(page, CancellationToken.None);
            var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            answers.Enqueue((answer.StatusCode, body));
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                Clean((answer.StatusCode, body));
            }
        }
    }

    private static void Clean((HttpStatusCode Status, string Body) answer)
    {
        Assert.True(answer.Status is HttpStatusCode.ServiceUnavailable, $"{(int)answer.Status}: {answer.Body}");
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Databáze neodpovídá", answer.Body.Replace("&#xE1;", "á", StringComparison.Ordinal).Replace("&#xED;", "í", StringComparison.Ordinal).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
