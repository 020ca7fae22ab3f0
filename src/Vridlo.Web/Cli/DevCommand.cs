using System.CommandLine;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Cli;

/// <summary><c>vridlo dev</c>: what only those need who work on the program.</summary>
internal static class DevCommand
{
    public static Command Make(ICli cli)
    {
        var rights = new Command("rights", cli.Text("web.cli.dev.rights"));
        rights.SetAction(async (parsed, _) =>
        {
            await using var app = Server.Build(Terminal.Installation(parsed), urls: "");
            var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
            cli.Out.Write(RightsTable.Write(endpoints, app.Services.GetRequiredService<Declarations>().Rights));
            return 0;
        });
        return new Command("dev", cli.Text("web.cli.dev")) { rights };
    }
}
