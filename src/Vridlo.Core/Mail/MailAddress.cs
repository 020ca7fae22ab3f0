using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Vridlo.Core.Mail;

/// <summary>
/// One bare address: no name, no comment, no second address, nothing that could end a line or a command of SMTP. Narrower than
/// RFC 5321 allows: quoted names and address literals are nobody's in an office.
/// </summary>
public static class MailAddress
{
    private const int Longest = 254;

    private static readonly SearchValues<char> OfName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~");

    /// <summary>Whether a letter could be sent there.</summary>
    public static bool IsOne(string text) => TryParse(text, out _);

    internal static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return text is { Length: <= Longest }
            && text.LastIndexOf('@') is > 0 and <= 64 and var at
            && !text.AsSpan(0, at).ContainsAnyExcept(OfName)
            && IsDomain(text[(at + 1)..])
            && MailboxAddress.TryParse(text, out address)
            && address.Name is null or "";
    }

    private static bool IsDomain(string domain) => domain == "localhost" || (domain.Contains('.', StringComparison.Ordinal)
        && domain.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => c == '-' || char.IsLetterOrDigit(c))));
}
