using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Vridlo.Core.Mail;

/// <summary>The settings of mail.</summary>
/// <param name="From">who sends (<c>Mail:From</c>)</param>
/// <param name="Keep">how many days the texts stay after sending (<c>Mail:KeepDays</c>)</param>
/// <param name="Smtp">the server that takes the letters (<c>Mail:Smtp:…</c>); null when they become files</param>
internal sealed record MailSettings(MailboxAddress From, int Keep, SmtpServer? Smtp)
{
    /// <exception cref="InvalidOperationException">when a setting cannot be understood</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var (from, smtp) = (configuration["Mail:From"] ?? "Vřídlo <vridlo@localhost>", configuration.GetSection("Mail:Smtp"));
        return new(
            MailboxAddress.TryParse(from, out var sender) && MailAddress.TryParse(sender.Address, out _)
                ? sender : throw new InvalidOperationException($"The setting Mail:From is no address of mail: {from}"),
            configuration.GetValue("Mail:KeepDays", 30),
            smtp["Host"] is { Length: > 0 } host ? new(host, smtp.GetValue("Port", 587), smtp["User"], smtp["Password"], Tls(smtp["Tls"])) : null);
    }

    /// <summary>Without a word the connection is made secret or not at all: a server that offers nothing must not get the password.</summary>
    private static SecureSocketOptions Tls(string? word) => word switch
    {
        null or "" or "starttls" => SecureSocketOptions.StartTls,
        "implicit" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => throw new InvalidOperationException($"The setting Mail:Smtp:Tls is starttls, implicit or none, not {word}."),
    };
}

/// <summary>A server that takes letters.</summary>
internal sealed record SmtpServer(string Host, int Port, string? User, string? Password, SecureSocketOptions Tls)
{
    /// <summary>Without the password, wherever it may be written.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
