namespace Vridlo.Bench;

/// <summary>An installation on one of the engines, and the program that serves it.</summary>
/// <param name="Program">path of <c>vridlo.dll</c></param>
/// <param name="Data">its data folder</param>
/// <param name="Database">connection string of PostgreSQL, or null</param>
internal sealed record Installed(string Program, string Data, string? Database)
{
    public string Engine => Database is null ? "SQLite" : "PostgreSQL";

    public string[] Command(params string[] arguments) =>
        [Program, .. arguments, "--data", Data, .. Database is null ? Array.Empty<string>() : ["--database", Database]];

    public string[] Serve(string urls) => Command("serve", "--urls", urls);
}
