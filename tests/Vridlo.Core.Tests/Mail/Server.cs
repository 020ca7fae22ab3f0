using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vridlo.Core.Tests.Mail;

/// <summary>A server of SMTP on the loopback that takes letters, or refuses them while it is told to.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentQueue<Taken> taken = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Task listening;

    public Server()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it answers to a recipient; null takes everybody.</summary>
    public string? Refusal { get; set; }

    public IReadOnlyCollection<Taken> Letters => taken;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await listening;
        await Task.WhenAll(talks);
        ended.Dispose();
    }

    private async Task Listen()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(ended.Token);
                talks.Add(Talk(client));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var own = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        try
        {
            await writer.WriteLineAsync("220 test");
            await Answer(reader, writer);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The client has gone, or the test is over.
        }
    }

    private async Task Answer(StreamReader reader, StreamWriter writer)
    {
        var (from, to, signedIn) = ("", new List<string>(), "");
        while (await reader.ReadLineAsync(ended.Token) is { } line)
        {
            var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "EHLO" => "250-test\r\n250 AUTH PLAIN",
                "AUTH" => Say("235 welcome", () => signedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Replace('\0', '/')),
                "MAIL" => Say("250 ok", () => (from, to) = (line, [])),
                "RCPT" => Refusal ?? Say("250 ok", () => to.Add(line)),
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            await writer.WriteLineAsync(answer);
            if (answer[0] == '3')
            {
                taken.Enqueue(new(from, [.. to], await Data(reader), signedIn));
                await writer.WriteLineAsync("250 taken");
            }
        }
    }

    private async Task<string> Data(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(ended.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Say(string answer, Action note)
    {
        note();
        return answer;
    }

    internal sealed record Taken(string From, IReadOnlyList<string> To, string Data, string SignedIn);
}
