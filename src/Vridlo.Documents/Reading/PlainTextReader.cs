using System.Text;

namespace Vridlo.Documents.Reading;

/// <summary>Plain text: indentation counts columns, form feeds end sheets, empty lines are gaps.</summary>
internal static class PlainTextReader
{
    public static ReadLines Read(string text, IReadOnlyList<Doubt> notes)
    {
        var lines = new List<Line>();
        int sheet = 1, gap = 1, number = 0;
        foreach (var raw in SplitLines(text))
        {
            number++;
            var feeds = raw.Count(c => c == '\f');
            if (feeds > 0) (sheet, gap) = (sheet + feeds, gap + 2);
            var plain = Cleaning.Plain(raw);
            if (plain.Length == 0) gap++;
            else
            {
                lines.Add(Measure(raw, plain, number, sheet, gap));
                gap = 0;
            }
        }

        return new("txt", TextColumns.Part(lines), null, notes);
    }

    public static IEnumerable<string> SplitLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Split('\n');

    private static Line Measure(string raw, string plain, int number, int sheet, int gap)
    {
        var spread = Spread(raw);
        return new()
        {
            Number = number, Raw = raw.Trim('\f'), Text = plain, Sheet = sheet, Gap = gap, Down = number,
            Left = spread.Length - spread.TrimStart().Length, Right = spread.TrimEnd().Length,
        };
    }

    /// <summary>Tabulators become spaces up to the next multiple of eight.</summary>
    public static string Spread(string raw)
    {
        if (!raw.Contains('\t', StringComparison.Ordinal)) return raw.Replace("\f", "", StringComparison.Ordinal);
        var spread = new StringBuilder(raw.Length + 16);
        foreach (var c in raw)
        {
            if (c == '\t') spread.Append(' ', 8 - spread.Length % 8);
            else if (c != '\f') spread.Append(c);
        }

        return spread.ToString();
    }
}
