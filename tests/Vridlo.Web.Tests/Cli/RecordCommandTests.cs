using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Cli;

/// <summary>The program itself, as processes of its own.</summary>
public sealed class RecordCommandTests
{
    [Theory, BothEngines]
    public async Task Processes_that_write_at_once_make_one_chain_and_what_is_done_to_it_is_named(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var world = World.Beside(database);
        await world.In(unit => unit.GetRequiredService<AppDb>().Upgrade(default));
        var written = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Run(database, "search", "rebuild")));
        Assert.All(written, w => Assert.Equal(0, w.Code));

        var head = await Run(database, "record", "head");
        Assert.Matches("^3 [0-9a-f]{64} 20[0-9-]+T[0-9:.]+Z\n$", head.Out);
        Assert.Equal((0, head.Out), await Run(database, "record", "verify", "--head", head.Out.Split(' ')[1]));

        var stranger = await Run(database, "record", "verify", "--head", new string('a', 64));
        Assert.Equal((1, 1), (stranger.Code, stranger.Out.Count(c => c == '\n')));
        Assert.Equal((2, ""), await Run(database, "record", "verify", "--head", "abc"));
        Assert.Equal((3, ""), await Run(database, "record", "erase-name", "person", "nobody", "--why", "test"));

        await world.In(unit => unit.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("UPDATE record_act SET why = 'x' WHERE sequence = 2"));
        var broken = await Run(database, "record", "verify");
        Assert.Equal(1, broken.Code);
        Assert.Contains("2", Assert.Single(broken.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal((1, 1), await Run(database, "verify") is var all ? (all.Code, all.Out.Count(c => c == '\n')) : default);
    }

    private static async Task<(int Code, string Out)> Run(Database database, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string? connection = database.Installation.Database;
        IEnumerable<string> all =
            [Path.Combine(AppContext.BaseDirectory, "vridlo.dll"), .. arguments, "--data", database.Installation.Data, .. connection is null ? [] : new[] { "--database", connection }];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        var talk = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(talk, program.WaitForExitAsync());
        return (program.ExitCode, output);
    }
}
