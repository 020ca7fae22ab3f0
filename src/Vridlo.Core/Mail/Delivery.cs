using MailKit.Net.Smtp;
using MimeKit;
using Vridlo.Core.Data;

namespace Vridlo.Core.Mail;

/// <summary>Takes letters away: to the server, or into the folder <c>mail</c> as files. One connection for a whole round.</summary>
internal sealed class Delivery(MailSettings settings, DataFolder data) : IAsyncDisposable
{
    private static readonly FormatOptions Format = Portable();

    private SmtpClient? client;

    public Task Take(LetterId id, MimeMessage message, CancellationToken stop) =>
        settings.Smtp is { } server ? ToServer(server, message, stop) : ToFile(id, message, stop);

    /// <summary>Where the letter stands as a file. Sent twice, it is still one file.</summary>
    public static string File(DataFolder data, LetterId id) => Path.Combine(data.Path, "mail", $"{id.Value}.eml");

    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true })
        {
            await client.DisconnectAsync(quit: false);
        }

        client?.Dispose();
    }

    private async Task ToFile(LetterId id, MimeMessage message, CancellationToken stop)
    {
        data.Private("mail");
        var (whole, part) = (File(data, id), File(data, id) + ".tmp");
        await message.WriteToAsync(Format, part, stop);
        System.IO.File.Move(part, whole, overwrite: true);
    }

    private async Task ToServer(SmtpServer server, MimeMessage message, CancellationToken stop)
    {
        client ??= new() { Timeout = (int)SendMail.Patience.TotalMilliseconds };
        if (!client.IsConnected)
        {
            await client.ConnectAsync(server.Host, server.Port, server.Tls, stop);
            if (server.User is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, server.Password ?? "", stop);
            }
        }

        await client.SendAsync(Format, message, stop);
    }

    private static FormatOptions Portable()
    {
        var format = FormatOptions.Default.Clone();
        (format.NewLineFormat, format.International) = (NewLineFormat.Dos, false);
        return format;
    }
}
