using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Cli;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Loading;

/// <summary><c>vridlo load DIR</c></summary>
internal static class LoadCommand
{
    public static Command Make(ICli cli)
    {
        var folder = new Argument<string>("DIR") { Description = cli.Text("programmes.cli.load.dir") };
        var why = new Option<string>("--why") { Description = cli.Text("programmes.cli.why"), DefaultValueFactory = _ => cli.Text("programmes.cli.load.why") };
        var command = new Command("load", cli.Text("programmes.cli.load")) { folder, why };
        command.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var act = new Act(Actor.CommandLine, "programmes.load", parsed.GetValue(why)!);
            var load = services.GetRequiredService<LoadPackage>();
            var loaded = await cli.WithProgress(cli.Text("programmes.cli.load.progress"), _ => load.Run(parsed.GetValue(folder)!, act, end));
            if (!loaded.Ok)
            {
                return cli.Refuse(loaded.Problems);
            }

            cli.Talk.WriteLine(cli.Text(loaded.Value.Changed ? "programmes.cli.loaded" : "programmes.cli.unchanged", loaded.Value.Nodes));
            return 0;
        }, stop));
        return command;
    }
}
