using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Vridlo.Web.Tests.Serving;

/// <summary>The program itself, as a process of its own.</summary>
public sealed partial class EndingTests
{
    private const int Asked = 400;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_lets_answers_under_way_reach_their_end(string signal)
    {
        using var folder = new Folder();
        var port = FreePort();
        using var program = Start("serve", "--urls", $"http://127.0.0.1:{port}", "--data", folder.Path);
        await FirstPage(port, program);

        // A reader that asks for a lot and takes its time: the server is writing when the signal comes.
        using var reader = new TcpClient { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(IPAddress.Loopback, port);
        var stream = reader.GetStream();
        var request = Encoding.ASCII.GetBytes("GET /pokryti HTTP/1.1\r\nHost: localhost\r\n\r\n");
        for (var i = 0; i < Asked; i++)
        {
            await stream.WriteAsync(request);
        }

        var head = new byte[1];
        await stream.ReadExactlyAsync(head);
        Process.Start("kill", [$"-{signal}", $"{program.Id}"]).WaitForExit();

        using var rest = new MemoryStream();
        rest.Write(head);
        await stream.CopyToAsync(rest);
        var text = Encoding.Latin1.GetString(rest.ToArray());
        var answers = StatusLine().Count(text);
        Assert.InRange(answers, 1, Asked - 1);
        Assert.Matches(@"(</html>\s*|\r\n0\r\n\r\n)\z", text[^Math.Min(40, text.Length)..]);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await program.WaitForExitAsync(patience.Token);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task A_wrong_command_line_is_refused_with_exit_code_2_and_nothing_on_standard_output_but_help()
    {
        using var program = Start("load");
        Assert.NotEmpty(await program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.Equal(2, program.ExitCode);
    }

    [Fact]
    public async Task A_programme_that_is_not_there_is_exit_code_3()
    {
        using var folder = new Folder();
        using var program = Start("export", "nowhere", "--out", Path.Combine(folder.Path, "out"), "--data", folder.Path);
        Assert.NotEmpty(await program.StandardError.ReadToEndAsync());
        Assert.Empty(await program.StandardOutput.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.Equal(3, program.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    private static Process Start(params string[] arguments)
    {
        // A shell's background jobs inherit that SIGINT is ignored; the program must meet it as in a terminal.
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "vridlo.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task FirstPage(int port, Process program)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            Assert.False(program.HasExited, "The program ended before it served a page.");
            try
            {
                (await client.GetAsync($"http://127.0.0.1:{port}/pokryti", patience.Token)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("HTTP/1.1 200 OK")]
    private static partial Regex StatusLine();

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("vridlo-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
