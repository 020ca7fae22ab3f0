using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>Tables whose head row names the columns of a programme: their cells are cut at the head's places, word by word.</summary>
internal static class PdfHeadedTables
{
    private const double LeastGap = 2.6;
    private const int MostHeadWords = 14;

    public static List<PdfTable> Find(IReadOnlyList<IReadOnlyList<PdfRun>> rows)
    {
        var tables = new List<PdfTable>();
        for (var at = 0; at < rows.Count - 1; at++)
        {
            if (Heads(rows[at]) is not { } heads) continue;
            var cuts = heads.ConvertAll(head => head.Left - 1.5);
            var end = at + 1;
            while (end < rows.Count && Belongs(rows, end, cuts, at)) end++;
            if (end - at < 2) continue;
            cuts = [.. cuts.Select((cut, column) => column == 0 ? cut : Widest(rows, at, end, heads[column - 1].Left + 2, heads[column].Left, cut))];
            tables.Add(new([.. Enumerable.Range(at, end - at).Select(row => (IReadOnlyList<PdfRun>)[.. Cut(rows[row], cuts)])], [.. cuts.Select(cut => cut + PdfTables.Slack)]) { Headed = true, CodeFirst = IsCode(heads[0].Name) });
            at = end - 1;
        }

        return tables;
    }

    private static bool IsCode(string name) => Vocabulary.All.Is("column code", name);

    /// <summary>The names of columns that a row consists of, or null where it is no head row.</summary>
    private static List<(string Name, double Left)>? Heads(IReadOnlyList<PdfRun> row)
    {
        var words = row.SelectMany(run => run.Words).ToList();
        if (words.Count is < 2 or > MostHeadWords) return null;
        var folded = words.ConvertAll(word => Cleaning.Fold(word.Text));
        var heads = new List<(string Name, double Left)>();
        var missed = 0;
        for (var at = 0; at < words.Count && missed * 3 <= words.Count;)
        {
            var length = Enumerable.Range(1, Math.Min(4, words.Count - at)).Reverse().FirstOrDefault(count => TableColumns.IsName(Name(folded, at, count)));
            if (length == 0)
            {
                missed++;
                heads.Add((Name(folded, at, 1), words[at].Left));
                at++;
                continue;
            }

            heads.Add((Name(folded, at, length), words[at].Left));
            at += length;
        }

        return heads.Count >= 2 && missed * 3 <= heads.Count && heads.Any(head => TableColumns.IsKind(head.Name)) ? heads : null;
    }

    private static string Name(List<string> folded, int at, int count) => string.Join(' ', folded.Skip(at).Take(count).Where(word => word.Length > 0));

    /// <summary>A row belongs when words of different columns keep a distance, and it looks no larger than the table.</summary>
    private static bool Belongs(IReadOnlyList<IReadOnlyList<PdfRun>> rows, int at, List<double> cuts, int head)
    {
        var row = rows[at];
        var words = row.SelectMany(run => run.Words).OrderBy(word => word.Left).ToList();
        if (rows[at - 1][0].Base - row[0].Base > 45 || words[0].Left < cuts[0] - PdfTables.Slack || row.Max(run => run.Size) > Math.Max(rows[head].Max(run => run.Size), rows[head + 1].Max(run => run.Size)) + 1.4) return false;
        if (Signs.Of(Cleaning.Plain(string.Join(' ', row.Select(run => run.Text))), null).Named is Kind.Area && row.All(run => run.Bold)) return false;
        return cuts.Skip(1).All(cut => words.Zip(words.Skip(1)).All(pair => pair.First.Left >= cut || pair.Second.Left < cut || pair.Second.Left - pair.First.Right >= LeastGap)
            && words.All(word => word.Left >= cut || word.Right <= cut + PdfTables.Slack * 2));
    }

    /// <summary>The place between two heads that no word of the table crosses, nearest to the right head.</summary>
    private static double Widest(IReadOnlyList<IReadOnlyList<PdfRun>> rows, int from, int to, double low, double high, double usual)
    {
        var words = Enumerable.Range(from, to - from).SelectMany(row => rows[row].SelectMany(run => run.Words)).ToList();
        for (var x = high - 1.5; x > low; x -= 1)
            if (!words.Any(word => word.Left < x && word.Right > x)) return x;
        return usual;
    }

    private static IEnumerable<PdfRun> Cut(IReadOnlyList<PdfRun> row, List<double> cuts)
    {
        var words = row.SelectMany(run => run.Words.Select(word => (run, word))).OrderBy(each => each.word.Left);
        foreach (var cell in words.GroupBy(each => cuts.FindLastIndex(cut => each.word.Left >= cut)))
        {
            var own = cell.Select(each => each.word).ToList();
            var run = cell.First().run;
            yield return run with { Left = own[0].Left, Right = own[^1].Right, Text = string.Join(' ', own.Select(word => word.Text)), Words = own, Base = row[0].Base, Drawn = run.Drawn && ReferenceEquals(own[0], run.Words[0]) };
        }
    }
}
