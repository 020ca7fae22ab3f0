using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>A numbered title in bold that the text of its paragraph runs on behind: "A.1.b Markets. They bring…".</summary>
internal static class RunInTitle
{
    /// <summary>Whether the bold beginning of a line is such a title.</summary>
    /// <param name="lead">the text in bold</param>
    /// <param name="behind">what follows it in plain print</param>
    public static bool Is(string lead, string behind)
    {
        var sign = Signs.Of(Cleaning.Plain(lead), null);
        var parted = lead.TrimEnd() is [.., '.' or ':' or '–' or '—'] || behind.TrimStart() is ['–' or '—' or ':', ..];
        return parted && sign.Number is { } number && (number.Path.Count > 1 || sign.Named is not Kind.None) && sign.Rest.Length > 2 && behind.Any(char.IsLetter);
    }

    /// <summary>The title without the sign that parts it from the text.</summary>
    public static string Title(string lead) => lead.TrimEnd('.', ' ', '–', '—');

    /// <summary>The text without that sign.</summary>
    public static string Behind(string behind) => behind.TrimStart(' ', '–', '—', ':');
}
