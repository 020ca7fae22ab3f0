using System.Text.RegularExpressions;

namespace Vridlo.Core.Mail;

/// <summary>
/// Addresses in letters that whoever knows them can use. In what is kept of a letter each stands behind a character that no text holds, which
/// tells it from the rest: no export has it, and it is cut out once the letter has been handed over.
/// </summary>
internal static partial class SecretLinks
{
    private const string Mark = "\u001E";

    /// <summary>An address as it is kept.</summary>
    public static string Marked(string address) => Mark + address;

    /// <summary>A text as it is sent.</summary>
    public static string Sent(string body) => body.Replace(Mark, "", StringComparison.Ordinal);

    /// <summary>A text as it is shown, with these words in the place of each such address.</summary>
    public static string Shown(string body, string words) => Secret().Replace(body, _ => words);

    /// <summary>What is kept of a text that has been handed over.</summary>
    public static string Cut(string body) => Shown(body, Mark);

    [GeneratedRegex("\u001E[^\n]*")]
    private static partial Regex Secret();
}
