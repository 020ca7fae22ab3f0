using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Makes the public result of the grown tree, and reports every line that is in none of it.</summary>
internal static class Outcome
{
    public static ReadProgramme Of(ReadLines read, List<Draft> tops, List<Doubt> doubts, string hash)
    {
        var owner = tops.SelectMany(top => top.All).SelectMany(draft => draft.Lines.Select(line => (line, draft.Code)))
            .GroupBy(each => each.line).ToDictionary(group => group.Key, group => group.First().Code);
        foreach (var line in read.Lines.Where(line => line.Free)) line.Use(LineUse.Unplaced, "text");
        ReportUnplaced(read.Lines, doubts);
        return new()
        {
            Outline = tops.ConvertAll(Node),
            Doubts = [.. doubts.Distinct().OrderBy(doubt => doubt.Source.Page ?? 0).ThenBy(doubt => doubt.Source.Line)],
            DocumentText = [.. read.Lines.Select(line => Line(line, owner))],
            Languages = Vocabulary.All.LanguagesOf(read.Lines.Select(line => Cleaning.Fold(line.Text))),
            DocumentTitle = read.Title ?? TitleOf(read.Lines),
            Format = read.Format,
            Sha256 = hash,
        };
    }

    private static OutlineNode Node(Draft draft) => new()
    {
        Kind = draft.Kind.Name(),
        Code = draft.Code,
        Title = draft.Title,
        Change = draft.Change.Count > 0 ? string.Join('\n', draft.Change) : null,
        Text = draft.Text.Count > 0 ? string.Join('\n', draft.Text) : null,
        Source = Span.Of([.. draft.AllLines]),
        Children = draft.Children.ConvertAll(Node),
    };

    private static DocumentLine Line(Line line, Dictionary<Line, string> owner)
    {
        var (use, what) = line.Fate!.Value;
        return new(line.Page, line.Number, line.Raw, use, use is LineUse.Node ? owner.GetValueOrDefault(line, what) : what);
    }

    private static void ReportUnplaced(IReadOnlyList<Line> lines, List<Doubt> doubts)
    {
        var run = new List<Line>();
        foreach (var line in lines)
        {
            if (line.Fate is not (LineUse.Unplaced, var why)) continue;
            if (run.Count > 0 && run[^1].Fate!.Value.What != why) Report();
            run.Add(line);
        }

        if (run.Count > 0) Report();

        void Report()
        {
            doubts.Add(new("documents.doubt.unplaced-" + run[0].Fate!.Value.What, Span.Of(run), run[0].Text, run.Count));
            run.Clear();
        }
    }

    /// <summary>The most prominent line before the tree: the largest print, or the first heading.</summary>
    private static string? TitleOf(IReadOnlyList<Line> lines)
    {
        var start = lines.TakeWhile(line => line.Fate!.Value.Use is not LineUse.Node).Where(line => line.Fate!.Value.Use is LineUse.Unplaced || line.Fate.Value.What == "part").Take(30).ToList();
        if (start.Count == 0) return null;
        if (start.FirstOrDefault(line => line.HeadingLevel == 1) is { } heading) return heading.Text;
        var largest = start.Max(line => line.Size);
        return largest > 0 ? string.Join(' ', start.Where(line => line.Size > largest - 0.5).Take(4).Select(line => line.Text)) : null;
    }
}
