using System.CommandLine;

namespace Vridlo.Web.Cli;

/// <summary>Options that more than one command knows.</summary>
internal static class Options
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "folder of the embedded database and the files",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "connection string of a PostgreSQL database, instead of the embedded one",
        Recursive = true,
    };

    public static Option<string> Urls { get; } = new("--urls")
    {
        Description = "where to listen",
        DefaultValueFactory = _ => "http://localhost:5080",
    };
}
