using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Cli;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary><c>vridlo backup FILE</c>, <c>vridlo restore FILE</c> and <c>vridlo verify FILE</c>.</summary>
public static class BackupCommand
{
    /// <summary><c>vridlo backup FILE</c>: writes the installation into one archive while it runs.</summary>
    public static Command Make(ICli cli)
    {
        var file = new Argument<string>("FILE") { Description = cli.Text("core.cli.backup.file") };
        var command = new Command("backup", cli.Text("core.cli.backup")) { file };
        command.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var make = new MakeBackup(services.GetRequiredService<AppDb>(), services.GetRequiredService<IEngine>(), services.GetRequiredService<DataFolder>(), services.GetRequiredService<IClock>());
            return Say(cli, "core.backup.made", await cli.WithProgress(cli.Text("core.backup.making"), progress => make.Run(parsed.GetValue(file)!, progress, end)));
        }, stop));
        return command;
    }

    /// <summary><c>vridlo restore FILE</c>: makes an installation of an archive.</summary>
    public static Command Restore(ICli cli)
    {
        var file = new Argument<string>("FILE") { Description = cli.Text("core.cli.backup.archive") };
        var replace = new Option<bool>("--replace") { Description = cli.Text("core.cli.restore.replace") };
        var command = new Command("restore", cli.Text("core.cli.restore")) { file, replace };
        command.SetAction((parsed, stop) => cli.Beside(parsed, async (services, end) =>
        {
            var restore = new RestoreBackup(services.GetRequiredService<AppDb>(), services.GetRequiredService<IEngine>(), services.GetRequiredService<DataFolder>());
            return Say(cli, "core.backup.restored",
                await cli.WithProgress(cli.Text("core.backup.restoring"), progress => restore.Run(parsed.GetValue(file)!, parsed.GetValue(replace), progress, end)));
        }, stop));
        return command;
    }

    /// <summary><c>vridlo verify FILE</c>: goes through an archive, without any installation.</summary>
    /// <returns>the exit code</returns>
    public static Task<int> Verify(ICli cli, ParseResult parsed, string file, CancellationToken stop) => cli.Beside(parsed, async (services, end) =>
    {
        var folder = Directory.CreateTempSubdirectory("vridlo-verify-").FullName;
        try
        {
            var check = new CheckBackup(services.GetRequiredService<AppDb>(), services.GetRequiredService<IEngine>());
            return Say(cli, "core.backup.whole", await cli.WithProgress(cli.Text("core.backup.checking"), progress => check.Run(file, folder, progress, end)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }, stop);

    private static int Say(ICli cli, string done, Result<Manifest> outcome)
    {
        if (!outcome.Ok)
        {
            return cli.Refuse(outcome.Problems);
        }

        cli.Out.WriteLine($"{outcome.Value.Acts} {outcome.Value.Head} {outcome.Value.MadeAt}");
        cli.Talk.WriteLine(cli.Text(done, outcome.Value.Acts, outcome.Value.Parts.Count(p => p.Path is not null)));
        return 0;
    }
}
