using System.Diagnostics;

namespace Vridlo.Bench;

/// <summary>Commands of the program, run to their end.</summary>
internal static class Commands
{
    /// <returns>what it printed</returns>
    public static async Task<string> Run(string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return program.ExitCode == 0 ? await said : throw new InvalidOperationException(await wrong);
    }

    /// <returns>how long it took, in seconds</returns>
    public static async Task<double> Time(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        await Run(arguments);
        return watch.Elapsed.TotalSeconds;
    }
}
