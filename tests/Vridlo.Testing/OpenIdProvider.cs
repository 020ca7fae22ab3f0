using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace Vridlo.Testing;

/// <summary>A real OpenID provider on loopback.</summary>
public sealed class OpenIdProvider : IAsyncLifetime
{
    private Process? process;

    public string Issuer { get; private set; } = "";

    /// <summary>What an installation needs to know to send people there.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["OpenId:Authority"] = Issuer,
        ["OpenId:ClientId"] = "vridlo",
        ["OpenId:ClientSecret"] = "a secret of the tests alone",
        ["OpenId:Name"] = "účet kraje",
    };

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
