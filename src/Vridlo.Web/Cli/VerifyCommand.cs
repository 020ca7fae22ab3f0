using System.CommandLine;
using Vridlo.Core;
using Vridlo.Core.Backup;
using Vridlo.Core.Cli;

namespace Vridlo.Web.Cli;

/// <summary>
/// <c>vridlo verify</c>: runs every declared check of integrity; exit code 1 when something is wrong. <c>vridlo verify FILE</c> goes
/// through an archive instead.
/// </summary>
internal static class VerifyCommand
{
    public static Command Make(ICli cli)
    {
        var file = new Argument<string?>("FILE") { Description = cli.Text("core.cli.verify.file"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", cli.Text("web.cli.verify")) { file };
        command.SetAction((parsed, stop) => parsed.GetValue(file) is { } archive
            ? BackupCommand.Verify(cli, parsed, archive, stop)
            : cli.Within(parsed, (services, end) => Run(cli, services, end), stop));
        return command;
    }

    private static async Task<int> Run(ICli cli, IServiceProvider services, CancellationToken stop)
    {
        var checks = services.GetRequiredService<Declarations>().Checks;
        var wrong = await cli.WithProgress(cli.Text("web.cli.verify.progress"), async progress =>
        {
            var found = new List<string>();
            foreach (var (done, check) in checks.Index())
            {
                found.AddRange((await check.Find(services, stop)).Select(thing => cli.Text(check.Key, thing)));
                progress.Report((done + 1.0) / checks.Count);
            }

            return found;
        });
        foreach (var line in wrong)
        {
            cli.Out.WriteLine(line);
        }

        cli.Talk.WriteLine(cli.Text(wrong.Count == 0 ? "web.cli.verified" : "web.cli.verify.wrong", checks.Count, wrong.Count));
        return wrong.Count == 0 ? 0 : 1;
    }
}
