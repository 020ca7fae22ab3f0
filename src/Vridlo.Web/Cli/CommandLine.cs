using System.CommandLine;
using Vridlo.Core.Backup;
using Vridlo.Core.Record;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Cli;

/// <summary>The command line: <c>serve</c> (also when no command is given) and the commands of the modules.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        var cli = new Terminal();
        Options.Describe(cli);
        var serve = new Command("serve", cli.Text("web.cli.serve"));
        serve.SetAction(Serve);
        serve.Options.Add(Options.Urls);
        serve.Options.Add(Options.Demo);
        serve.Options.Add(Options.DemoSeed);

        var root = new RootCommand(cli.Text("web.cli.about")) { serve, VerifyCommand.Make(cli), RecordCommand.Make(cli), BackupCommand.Make(cli), BackupCommand.Restore(cli), DevCommand.Make(cli), Options.Urls, Options.Demo, Options.DemoSeed };
        root.Options.Add(Options.Data);
        root.Options.Add(Options.Database);
        root.SetAction(Serve);
        foreach (var command in Modules.All.SelectMany(m => m.Commands(cli)))
        {
            root.Subcommands.Add(command);
        }

        // A refused command line is "what was given is wrong": exit code 2, as for every other refusal.
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });
        return parsed.Errors.Count > 0 ? 2 : code;

        Task<int> Serve(ParseResult command, CancellationToken stop) =>
            Server.Run(Terminal.Installation(command), command.GetValue(Options.Urls)!, services => Demo.Load(cli, command, services, stop), stop);
    }
}
