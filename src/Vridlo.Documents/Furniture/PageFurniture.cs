using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Documents.Reading;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Furniture;

/// <summary>Page numbers and running titles: told by standing at the edge of sheets, repeating, and counting up.</summary>
internal static partial class PageFurniture
{
    private const int Edge = 3;

    /// <summary>Marks page numbers and running titles, and returns the running titles.</summary>
    public static List<RunningTitle> Undo(ReadLines read)
    {
        var titles = new List<RunningTitle>();
        if (!read.Printed) return titles;
        var lines = read.Lines.Where(line => line.Free && line.Cell is null).ToList();
        if (lines.Count > 0 && lines[^1].Sheet == lines[0].Sheet) FindSheets(read.Lines, lines);
        var edges = Edges(lines);
        Repeated(edges, titles, 3);
        SamePlace(lines, titles);
        Numbered(edges, titles);
        Repeated(Edges([.. lines.Where(line => line.Free)]), titles, 3);
        Repeated(Outermost([.. lines.Where(line => line.Free)]), titles, 2);
        return titles;
    }

    /// <summary>Plain text without form feeds: lonely lines whose page numbers count up end the sheets.</summary>
    private static void FindSheets(IReadOnlyList<Line> all, List<Line> lines)
    {
        var lonely = lines.Where((line, at) => line.Gap > 0 && (at + 1 == lines.Count || lines[at + 1].Gap > 0)).ToList();
        var ends = Series([.. lonely.Select(line => (line, NumberOf(line))).Where(each => each.Item2 is not null).Select(each => (each.line, each.Item2!.Value))], 3);
        if (ends.Count < 3) return;
        var feet = ends.Average(line => After(lines, line)) >= ends.Average(line => line.Gap);
        var sheet = 1;
        foreach (var line in all)
        {
            if (!feet && ends.Contains(line)) sheet++;
            line.Sheet = sheet;
            if (feet && ends.Contains(line)) sheet++;
        }
    }

    private static int After(List<Line> lines, Line line) => lines.IndexOf(line) is var at && at + 1 < lines.Count ? lines[at + 1].Gap : 9;

    private static List<Line> Edges(List<Line> lines) =>
        [.. lines.GroupBy(line => line.Sheet).Select(TopDown).SelectMany(sheet => sheet.Take(Edge).Concat(sheet.TakeLast(Edge)).Distinct())];

    /// <summary>Lines as they lie on the sheet, whatever column they are read in.</summary>
    private static List<Line> TopDown(IEnumerable<Line> sheet) => [.. sheet.OrderBy(line => line.Down)];

    /// <summary>The very first and last lines of sheets: there two equal ones are enough, as on facing pages.</summary>
    private static List<Line> Outermost(List<Line> lines)
    {
        var usual = lines.Count == 0 ? 0 : lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2);
        return [.. lines.GroupBy(line => line.Sheet).Select(TopDown).SelectMany(sheet => new[] { sheet[0], sheet[^1] }.Distinct())
            .Where(line => line.Size <= usual + 0.5 && !line.Bold && Bullets.Split(line.Text) is null && !line.Text.EndsWith('.'))];
    }

    /// <summary>The same line, digits aside, at the edge of several sheets and of at least every fifth.</summary>
    private static void Repeated(List<Line> edges, List<RunningTitle> titles, int least)
    {
        var sheets = edges.Select(line => line.Sheet).Distinct().Count();
        var same = edges.Where(line => line.Free && line.HeadingLevel is null).GroupBy(line => Digits().Replace(Cleaning.Fold(line.Text), "#").Replace(" #", "", StringComparison.Ordinal).Replace("# ", "", StringComparison.Ordinal));
        foreach (var group in same.Where(group => group.Key.Length > 2 && group.Select(line => line.Sheet).Distinct().Count() is var count && count >= least && count * 5 >= sheets))
        {
            if (NamesNode(group.First()) && group.Select(line => line.Text).Distinct().Count() > 1) continue;
            if (Signs.Of(group.First().Text, null).Meaning is not Meaning.None and not Meaning.Strand and not Meaning.Chapter || group.Any(line => line.Text.EndsWith(':'))) continue;
            foreach (var line in group) MarkRunning(line, titles);
        }
    }

    /// <summary>Small print at one height at the edge of most sheets: the title of the chapter, another on every few sheets.</summary>
    private static void SamePlace(List<Line> lines, List<RunningTitle> titles)
    {
        var usual = lines.Count == 0 ? 0 : lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2);
        var sheets = lines.Select(line => line.Sheet).Distinct().Count();
        var outer = lines.Where(line => line.Free).GroupBy(line => line.Sheet).Select(TopDown).SelectMany(sheet => new[] { sheet[0], sheet[^1] }.Distinct());
        var small = outer.Where(line => line.Size > 0 && line.Size <= usual - 1 && line.Text.Length <= 110 && !NamesNode(line));
        foreach (var place in small.GroupBy(line => (Math.Round(line.Down), line.Size)).Where(place => place.Count() is var count && count >= 4 && count * 2 >= sheets))
            foreach (var line in place) MarkRunning(line, titles);
    }

    /// <summary>Numbers, alone or beside a running title, that count up from sheet to sheet.</summary>
    private static void Numbered(List<Line> edges, List<RunningTitle> titles)
    {
        var numbered = edges.Where(line => line.Free && !NamesNode(line)).Select(line => (Line: line, Number: NumberOf(line))).Where(each => each.Number is not null);
        foreach (var line in Series([.. numbered.Select(each => (each.Line, each.Number!.Value))], 2)) MarkRunning(line, titles);
    }

    private static bool NamesNode(Line line) => Signs.Of(line.Text, null) is { Named: not Kind.None, Number: not null };

    private static void MarkRunning(Line line, List<RunningTitle> titles)
    {
        var title = Cleaning.Squeeze(TitleBeside(line.Text));
        if (title.Any(char.IsLetter) && !Vocabulary.All.Is("page", Cleaning.Fold(title)))
        {
            titles.Add(new(title, line));
            line.Use(LineUse.Furniture, "running-title");
        }
        else line.Use(LineUse.Furniture, "page-number");
    }

    /// <summary>The lines whose numbers count up with the sheets, or else the longest run that rises in steps of at most twelve.</summary>
    private static List<Line> Series(List<(Line Line, int Number)> numbered, int least)
    {
        var step = numbered.GroupBy(each => each.Number - each.Line.Sheet)
            .Where(group => group.Select(each => each.Line.Sheet).Distinct().Count() == group.Count()).MaxBy(group => group.Count());
        if (step is not null && step.Count() >= Math.Max(least, numbered.Count / 3) && !AreChapters([.. step.Select(each => each.Line)])) return [.. step.Select(each => each.Line)];
        var rising = Rising(numbered.Count > 2000 ? numbered[..2000] : numbered);
        return rising.Count < Math.Max(least, 3) || AreChapters(rising) ? [] : rising;
    }

    /// <summary>"1 Vision", "2 Goals", "3 Measures": numbers on the left from one on, each with another title, count chapters.</summary>
    private static bool AreChapters(List<Line> series) =>
        series.Select((line, at) => AtStart().Match(line.Text) is { Success: true } match && int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) == at + 1 && char.IsUpper(match.Groups["t"].Value[0])).All(fits => fits)
        && series.Select(line => Cleaning.Fold(TitleBeside(line.Text))).Distinct().Count() == series.Count;

    private static List<Line> Rising(List<(Line Line, int Number)> numbered)
    {
        var length = new int[numbered.Count];
        var from = new int[numbered.Count];
        var best = -1;
        for (var at = 0; at < numbered.Count; at++)
        {
            (length[at], from[at]) = (1, -1);
            for (var before = 0; before < at; before++)
            {
                var rise = numbered[at].Number - numbered[before].Number;
                if (rise is > 0 and <= 12 && length[before] + 1 > length[at]) (length[at], from[at]) = (length[before] + 1, before);
            }

            if (best < 0 || length[at] > length[best]) best = at;
        }

        var run = new List<Line>();
        for (var at = best; at >= 0; at = from[at]) run.Insert(0, numbered[at].Line);
        return run;
    }

    private static int? NumberOf(Line line)
    {
        if (line.Text.Length > 110 || line.HeadingLevel is not null || Contents.IsLeader(line.Text)) return null;
        var match = OnlyNumber().Match(line.Text) is { Success: true } only ? only : AtEnd().Match(line.Text) is { Success: true } end ? end : AtStart().Match(line.Text);
        return match.Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : null;
    }

    private static string TitleBeside(string text)
    {
        foreach (var pattern in (Regex[])[OnlyNumber(), AtEnd(), AtStart()])
            if (pattern.Match(text) is { Success: true } match) return match.Groups["t"].Value;
        return text;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[\s–—|•·\[(-]*(?:(?:strana|stránka|str\.|seite|page|s\.|p\.|S\.)\s*)?(?<t>)(?<n>\d{1,4})(?:\s*(?:/|z|ze|of|von|\|)\s*\d{1,4})?[\s–—|•·\])-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"^(?<t>\D.*?)[\s|–—•·-]+(?:(?:strana|stránka|str\.|seite|page|s\.|p\.)\s*)?(?<n>\d{1,4})(?:\s*(?:/|z|ze|of|von)\s*\d{1,4})?\s*[–—-]?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^(?:(?:strana|stránka|str\.|seite|page|s\.|p\.)\s*)?(?<n>\d{1,4})(?:\s*(?:/|z|ze|of|von)\s*\d{1,4})?[\s|–—•·-]+(?<t>\D.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex AtStart();
}
