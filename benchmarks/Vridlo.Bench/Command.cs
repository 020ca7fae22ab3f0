using System.Diagnostics;

namespace Vridlo.Bench;

/// <summary>Programs that are run to their end.</summary>
internal static class Command
{
    /// <summary>Seconds that it took; one that ends with anything but 0 is a failure.</summary>
    public static async Task<double> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var command = Process.Start(start)!;
        var (said, wrong) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        var taken = watch.Elapsed.TotalSeconds;
        return command.ExitCode == 0 && await said is not null ? taken : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await wrong}");
    }
}
