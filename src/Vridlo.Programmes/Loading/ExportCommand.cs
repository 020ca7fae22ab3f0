using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Cli;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Packages;

namespace Vridlo.Programmes.Loading;

/// <summary><c>vridlo export CODE --out DIR</c></summary>
internal static class ExportCommand
{
    public static Command Make(ICli cli)
    {
        var code = new Argument<string>("CODE") { Description = cli.Text("programmes.cli.export.code") };
        var to = new Option<string>("--out") { Description = cli.Text("programmes.cli.export.out"), Required = true };
        var edition = new Option<string?>("--edition") { Description = cli.Text("programmes.cli.export.edition") };
        var command = new Command("export", cli.Text("programmes.cli.export")) { code, to, edition };
        command.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var ledger = services.GetRequiredService<IProgrammeLedger>();
            var content = await ledger.Content(parsed.GetValue(code)!, parsed.GetValue(edition), end);
            if (content is null)
            {
                return cli.Refuse([Problem.NotFound("programmes.unknown", parsed.GetValue(code)!)]);
            }

            if (PackageFolder.Refusal(parsed.GetValue(to)!) is { } refusal)
            {
                return cli.Refuse([refusal]);
            }

            await PackageFolder.Write(parsed.GetValue(to)!, content, doubts: null, end);
            cli.Talk.WriteLine(cli.Text("programmes.cli.exported", parsed.GetValue(to)!));
            return 0;
        }, stop));
        return command;
    }
}
