using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Cli;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary><c>vridlo record</c>: the seal of the record.</summary>
public static class RecordCommand
{
    /// <summary>Makes the command with <c>verify</c>, <c>head</c> and <c>erase-name</c> below it.</summary>
    public static Command Make(ICli cli) => new("record", cli.Text("core.cli.record")) { Verify(cli), Head(cli), Erase(cli) };

    private static Command Verify(ICli cli)
    {
        var earlier = new Option<string?>("--head") { Description = cli.Text("core.cli.record.earlier") };
        var command = new Command("verify", cli.Text("core.cli.record.verify")) { earlier };
        command.SetAction((parsed, stop) => cli.Within(parsed, (services, end) => Verify(cli, services, parsed.GetValue(earlier), end), stop));
        return command;
    }

    private static async Task<int> Verify(ICli cli, IServiceProvider services, string? earlier, CancellationToken stop)
    {
        var seal = earlier is null ? null : Parse(earlier);
        if (earlier is not null && seal is null)
        {
            return cli.Refuse([Problem.Invalid("core.record.head-wrong", null, earlier)]);
        }

        var verify = new VerifyRecord(services.GetRequiredService<AppDb>());
        var (head, faults) = await cli.WithProgress(cli.Text("core.record.verifying"), progress => verify.Run(seal, progress, stop));
        foreach (var fault in faults)
        {
            cli.Out.WriteLine(cli.Text($"core.record.fault.{fault.Kind.ToString().ToLowerInvariant()}", fault.Where));
        }

        if (faults.Count > 0)
        {
            cli.Talk.WriteLine(cli.Text(faults.Count < VerifyRecord.MostFaults ? "core.record.broken" : "core.record.broken-often", faults.Count));
            return 1;
        }

        cli.Out.WriteLine(head.Line);
        cli.Talk.WriteLine(cli.Text("core.record.whole", head.Acts));
        return 0;
    }

    private static Command Head(ICli cli)
    {
        var command = new Command("head", cli.Text("core.cli.record.head"));
        command.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            cli.Out.WriteLine((await new VerifyRecord(services.GetRequiredService<AppDb>()).Head(end)).Line);
            return 0;
        }, stop));
        return command;
    }

    private static Command Erase(ICli cli)
    {
        var kind = new Argument<string>("kind") { Description = cli.Text("core.cli.record.kind") };
        var name = new Argument<string>("name") { Description = cli.Text("core.cli.record.name") };
        var why = new Option<string>("--why") { Description = cli.Text("core.cli.record.why"), Required = true };
        var command = new Command("erase-name", cli.Text("core.cli.record.erase")) { kind, name, why };
        command.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var act = new Act(Actor.CommandLine, "record.erase-name", parsed.GetValue(why)!);
            var erased = await new EraseName(services.GetRequiredService<AppDb>()).Run(new(parsed.GetValue(kind)!, parsed.GetValue(name)!), act, end);
            if (!erased.Ok)
            {
                return cli.Refuse(erased.Problems);
            }

            cli.Talk.WriteLine(cli.Text("core.record.erased", erased.Value));
            return 0;
        }, stop));
        return command;
    }

    private static byte[]? Parse(string hex) =>
        hex.Length == 2 * Seal.Length && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}
