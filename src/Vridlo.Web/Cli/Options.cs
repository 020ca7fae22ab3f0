using System.CommandLine;
using Vridlo.Core.Cli;

namespace Vridlo.Web.Cli;

/// <summary>Options that more than one command knows.</summary>
internal static class Options
{
    public static Option<string> Data { get; } = new("--data") { DefaultValueFactory = _ => "data", Recursive = true };

    public static Option<string?> Database { get; } = new("--database") { Recursive = true };

    public static Option<string> Urls { get; } = new("--urls") { DefaultValueFactory = _ => "http://localhost:5080" };

    public static Option<bool> Demo { get; } = new("--demo");

    public static Option<int> DemoSeed { get; } = new("--demo-seed") { DefaultValueFactory = _ => 2021 };

    public static void Describe(ICli cli)
    {
        (Data.Description, Database.Description, Urls.Description) = (cli.Text("web.cli.data"), cli.Text("web.cli.database"), cli.Text("web.cli.urls"));
        (Demo.Description, DemoSeed.Description) = (cli.Text("web.cli.demo"), cli.Text("web.cli.demo-seed"));
    }
}
