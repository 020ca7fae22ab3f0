using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Cli;
using Vridlo.Core.Record;
using Vridlo.Places.Gazetteers;

namespace Vridlo.Places.Boundaries;

/// <summary><c>vridlo places load FILE</c></summary>
internal static class LoadBoundariesCommand
{
    private const int Listed = 20;

    public static Command Make(ICli cli)
    {
        var file = new Argument<string>("FILE") { Description = cli.Text("places.cli.load.file") };
        var region = new Option<string?>("--region") { Description = cli.Text("places.cli.load.region") };
        var all = new Option<bool>("--all") { Description = cli.Text("places.cli.load.all") };
        var why = new Option<string>("--why") { Description = cli.Text("places.cli.why"), DefaultValueFactory = _ => cli.Text("places.cli.load.why") };
        var load = new Command("load", cli.Text("places.cli.load")) { file, region, all, why };
        load.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            await ShippedGazetteer.Load(services, end);
            var within = parsed.GetValue(all) ? null : parsed.GetValue(region) ?? (await services.GetRequiredService<Home>().Region(end))?.Code;
            var act = new Act(Actor.CommandLine, "places.boundaries", parsed.GetValue(why)!);
            var loaded = await cli.WithProgress(
                cli.Text("places.cli.load.progress"),
                progress => services.GetRequiredService<LoadBoundaries>().Run(parsed.GetValue(file)!, within, progress, act, end));
            if (!loaded.Ok)
            {
                return cli.Refuse(loaded.Problems);
            }

            Tell(cli, loaded.Value);
            return 0;
        }, stop));
        return new Command("places", cli.Text("places.cli")) { load };
    }

    private static void Tell(ICli cli, BoundariesLoaded loaded)
    {
        cli.Talk.WriteLine(cli.Text("places.cli.loaded", loaded.Loaded));
        foreach (var refused in loaded.Refused.Take(Listed))
        {
            cli.Talk.WriteLine(cli.Text("places.cli.refused", refused.At, refused.Code, cli.Text("places.boundaries.refused." + refused.Why)));
        }

        if (loaded.Refused.Count > Listed)
        {
            cli.Talk.WriteLine(cli.Text("places.cli.refused.more", loaded.Refused.Count - Listed));
        }
    }
}
