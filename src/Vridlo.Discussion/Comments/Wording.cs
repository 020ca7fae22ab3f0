using Vridlo.Base;

namespace Vridlo.Discussion.Comments;

/// <summary>The words of a comment as they are kept: line ends of one sort, no white space around.</summary>
internal sealed record Wording(string Text, string? Passage, string? Proposal)
{
    public const int Longest = 10_000;

    /// <summary>Reads what was typed or sent.</summary>
    public static Result<Wording> Read(CommentKind kind, string? text, string? passage, string? proposal)
    {
        var said = new Wording(Clean(text), kind is CommentKind.Suggestion ? None(Clean(passage)) : null, kind is CommentKind.Suggestion ? None(Clean(proposal)) : null);
        Problem[] wrong =
        [
            .. Wrong("text", said.Text),
            .. Wrong("passage", said.Passage),
            .. Wrong("proposal", said.Proposal),
            .. said.Text.Length == 0 && kind is CommentKind.Comment ? [Problem.Invalid("discussion.text.needed", "text")] : Array.Empty<Problem>(),
            .. kind is CommentKind.Suggestion && said.Proposal is null ? [Problem.Invalid("discussion.proposal.needed", "proposal")] : Array.Empty<Problem>(),
            .. kind is CommentKind.Comment && (!string.IsNullOrWhiteSpace(passage) || !string.IsNullOrWhiteSpace(proposal))
                ? [Problem.Invalid("discussion.proposal.of-suggestion", "kind")] : Array.Empty<Problem>(),
        ];
        return wrong.Length > 0 ? wrong : said;
    }

    /// <summary>The words of an answer or a reply.</summary>
    public static Result<string> Plain(string? text, string field)
    {
        var said = Clean(text);
        Problem[] wrong = [.. Wrong(field, said), .. said.Length == 0 ? [Problem.Invalid("discussion.text.needed", field)] : Array.Empty<Problem>()];
        return wrong.Length > 0 ? wrong : said;
    }

    /// <summary>Its paragraphs: what stands between empty lines.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('\n')).Where(p => p.Length > 0)];

    private static IEnumerable<Problem> Wrong(string field, string? text)
    {
        if (text?.Length > Longest)
        {
            yield return Problem.Invalid("discussion.text.too-long", field, Longest);
        }

        if (text?.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u2028' or '\u2029') is true)
        {
            yield return Problem.Invalid("discussion.text.control", field);
        }
    }

    private static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static string? None(string text) => text.Length == 0 ? null : text;
}
