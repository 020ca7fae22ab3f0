namespace Vridlo.Documents.Recognising;

/// <summary>Statements set apart by quotation marks, or as a quotation of Markdown.</summary>
internal static class Quotations
{
    private const string Opening = "„“\"«»‚‘";
    private const string Closing = "“”\"»«‘’";

    public static bool Is(Block block) => block.First.Raw.TrimStart().StartsWith('>') || IsQuoted(block.Text);

    /// <summary>The text without the quotation marks around the whole of it.</summary>
    public static string Bare(string text) => IsQuoted(text) ? text.TrimEnd('.', ' ')[1..^1].Trim() : text;

    private static bool IsQuoted(string text)
    {
        var whole = text.AsSpan().TrimEnd(". ");
        return whole.Length > 2 && Opening.Contains(whole[0], StringComparison.Ordinal) && Closing.Contains(whole[^1], StringComparison.Ordinal)
            && whole[1..^1].IndexOfAny("„«") < 0;
    }
}
