using System.Diagnostics;
using System.Reflection;

namespace Vridlo.People.Tests;

/// <summary>A real OpenID provider on loopback.</summary>
public sealed class OpenIdProvider : IAsyncLifetime
{
    private Process? process;

    public string Issuer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var folder = typeof(OpenIdProvider).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Provider").Value!;
        process = Process.Start(new ProcessStartInfo("node", "provider.mjs")
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Issuer = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The provider did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process!.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
