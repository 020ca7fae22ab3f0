using System.CommandLine;
using Vridlo.Base;
using Vridlo.Core.Cli;
using Vridlo.Documents;
using Vridlo.Programmes.Packages;

namespace Vridlo.Programmes.Importing;

/// <summary><c>vridlo import FILE --out DIR [--json]</c></summary>
internal static class ImportCommand
{
    public static Command Make(ICli cli)
    {
        var file = new Argument<string>("FILE") { Description = cli.Text("programmes.cli.import.file") };
        var to = new Option<string?>("--out") { Description = cli.Text("programmes.cli.import.out") };
        var json = new Option<bool>("--json") { Description = cli.Text("programmes.cli.import.json") };
        var command = new Command("import", cli.Text("programmes.cli.import")) { file, to, json };
        command.Validators.Add(given =>
        {
            if (given.GetValue(to) is null && !given.GetValue(json))
            {
                given.AddError(cli.Text("programmes.cli.import.nowhere"));
            }
        });
        command.SetAction((parsed, stop) => Run(cli, parsed.GetValue(file)!, parsed.GetValue(to), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> Run(ICli cli, string file, string? to, bool json, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            return cli.Refuse([Problem.NotFound("programmes.import.no-file", file)]);
        }

        if (to is not null && PackageFolder.Refusal(to) is { } refusal)
        {
            return cli.Refuse([refusal]);
        }

        var read = await cli.WithProgress(cli.Text("programmes.cli.import.progress"), progress =>
        {
            using var content = File.OpenRead(file);
            return Task.FromResult(ProgrammeDocument.Read(Path.GetFileName(file), content, progress, stop));
        });
        if (!read.Ok)
        {
            return cli.Refuse(read.Problems);
        }

        if (to is not null)
        {
            await PackageFolder.Write(to, ImportedProgramme.Draft(read.Value, file), DoubtsFile.Of(read.Value, cli.Language), stop);
        }

        if (json)
        {
            await using var output = Console.OpenStandardOutput();
            read.Value.WriteJson(output, cli.Language);
        }

        Tell(cli, read.Value, to);
        return 0;
    }

    private static void Tell(ICli cli, ReadProgramme read, string? to)
    {
        cli.Talk.WriteLine(cli.Text(
            "programmes.cli.imported",
            read.Count(OutlineKind.Goal),
            read.Count(OutlineKind.Area),
            read.Count(OutlineKind.Measure),
            read.Count(OutlineKind.Activity),
            read.Count(OutlineKind.Achievement)));
        foreach (var doubt in read.Doubts)
        {
            cli.Talk.WriteLine($"{SpanText.Format(new(doubt.Source.Page, doubt.Source.Line, doubt.Source.EndPage, doubt.Source.EndLine))}: {DocumentTexts.Of(doubt, cli.Language)}");
        }

        if (to is not null)
        {
            cli.Talk.WriteLine(cli.Text("programmes.cli.exported", to));
        }
    }
}
