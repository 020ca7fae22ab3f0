using System.CommandLine;
using Vridlo.Core.Cli;
using Vridlo.Core.Samples;

namespace Vridlo.Web.Cli;

/// <summary><c>--demo</c>: loads sample data into an empty installation before it is served. Refused, the program ends and serves nothing.</summary>
internal static class Demo
{
    /// <returns>0, or the exit code of the refusal</returns>
    public static async Task<int> Load(ICli cli, ParseResult command, IServiceProvider services, CancellationToken stop)
    {
        if (!command.GetValue(Options.Demo))
        {
            return 0;
        }

        var load = services.GetRequiredService<LoadSample>();
        var loaded = await cli.WithProgress(cli.Text("web.cli.demo.progress"), progress => load.Run(command.GetValue(Options.DemoSeed), progress, stop));
        if (!loaded.Ok)
        {
            return cli.Refuse(loaded.Problems);
        }

        cli.Talk.WriteLine(cli.Text(loaded.Value.Done == 0 ? "web.cli.demo.there" : "web.cli.demo.loaded", loaded.Value.Done));
        return 0;
    }
}
