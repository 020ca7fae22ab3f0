using System.Text;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Core.Mail;

/// <summary>Identifies a letter.</summary>
public readonly record struct LetterId(Guid Value) : ITypedId<LetterId>
{
    /// <inheritdoc/>
    public static LetterId From(Guid value) => new(value);
}

/// <summary>An address of the web at the end of a letter.</summary>
/// <param name="Text">what is there</param>
/// <param name="Address">the full address</param>
public sealed record LetterLink(string Text, string Address)
{
    /// <summary>Whether it works for whoever knows it, such as a one-time link: it is then in no export, and not kept once the letter has been handed over.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>
/// A letter by mail, in plain text. Whatever the texts contain, nothing in them can become a header: control characters of the
/// subject turn into spaces, those of the text but line ends and tabs are left out.
/// </summary>
public sealed record Letter
{
    /// <summary>What sort of letter it is: a stable key such as <c>access.invitation</c>; never holds anything personal.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Whose the letter is: it goes with the person, and to the address the person has when it is sent, unless <see cref="Address"/> is given. Null when it
    /// is for nobody of the office.
    /// </summary>
    public PersonId? Person { get; init; }

    /// <summary>The address it goes to, bare: <c>name@example.org</c>; of somebody who is not a person of the office, or one that the person had before.</summary>
    public string? Address { get; init; }

    /// <summary>The language the texts are in.</summary>
    public required Language Language { get; init; }

    /// <summary>The subject, in one line.</summary>
    public required string Subject { get; init => field = OneLine(value); }

    /// <summary>The text.</summary>
    public required string Text { get; init => field = Lines(value); }

    /// <summary>Where an answer goes, bare, when not to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Addresses of the web, which stand below the text.</summary>
    public IReadOnlyList<LetterLink> Links { get; init; } = [];

    /// <summary>The text with the links below it, as it is kept.</summary>
    internal string Body => Links.Aggregate(Text, (text, link) => $"{text.TrimEnd('\n')}\n\n{OneLine(link.Text)}:\n{(link.IsSecret ? SecretLinks.Marked(OneLine(link.Address)) : OneLine(link.Address))}\n");

    private static string OneLine(string text) => string.Join(' ', Clean(text, keep: []).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(string text) =>
        Clean(text.ReplaceLineEndings("\n"), keep: ['\n', '\t']);

    private static string Clean(string text, ReadOnlySpan<char> keep)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune is { IsBmp: true, Value: var value } && keep.Contains((char)value))
            {
                clean.Append((char)value);
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029))
            {
                clean.Append(rune.ToString());
            }
            else if (keep.IsEmpty)
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }
}
