using System.CommandLine;
using Vridlo.Base;
using Vridlo.Core.Backup;
using Vridlo.Core.Cli;
using Vridlo.Core.Integrity;

namespace Vridlo.Web.Cli;

/// <summary>
/// <c>vridlo verify</c>: runs every declared check of integrity; exit code 1 when one of them finds an error. <c>vridlo verify FILE</c>
/// goes through an archive instead.
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
        var integrity = services.GetRequiredService<IIntegrity>();
        var all = await cli.WithProgress(cli.Text("web.cli.verify.progress"), progress => integrity.Look(progress, stop));
        foreach (var (check, found) in all.OrderBy(a => a.Check.Severity))
        {
            var severity = cli.Text(WordsAttribute.Key(check.Severity));
            foreach (var finding in found)
            {
                cli.Out.WriteLine(cli.Text("web.cli.verify.finding", severity, cli.Text(check.Key, finding.Subject)));
            }
        }

        var errors = all.Where(a => a.Check.Severity is Severity.Error).Sum(a => a.Found.Count);
        cli.Talk.WriteLine(cli.Text(errors == 0 ? "web.cli.verified" : "web.cli.verify.wrong", all.Count, errors));
        return errors == 0 ? 0 : 1;
    }
}
