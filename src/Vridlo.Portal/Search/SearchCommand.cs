using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Cli;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary><c>vridlo search rebuild</c></summary>
internal static class SearchCommand
{
    public static Command Make(ICli cli)
    {
        var why = new Option<string>("--why") { Description = cli.Text("portal.cli.why"), DefaultValueFactory = _ => cli.Text("portal.cli.search.why") };
        var rebuild = new Command("rebuild", cli.Text("portal.cli.search.rebuild")) { why };
        rebuild.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var act = new Act(Actor.CommandLine, "search.rebuild", parsed.GetValue(why)!);
            var search = services.GetRequiredService<RebuildSearch>();
            var entries = await cli.WithProgress(cli.Text("portal.cli.search.progress"), progress => search.Everything(act, progress, end));
            cli.Talk.WriteLine(cli.Text("portal.cli.search.rebuilt", entries));
            return 0;
        }, stop));
        return new Command("search", cli.Text("portal.cli.search")) { rebuild };
    }
}
