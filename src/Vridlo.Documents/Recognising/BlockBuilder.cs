using Vridlo.Documents.Furniture;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Joins lines into blocks by weighing what speaks for and against their belonging together.</summary>
internal sealed class BlockBuilder
{
    /// <summary>Lines in a paragraph at most; what goes on longer is no paragraph and must not grow without end.</summary>
    private const int LongestParagraph = 400;

    private readonly List<Line> lines;
    private readonly Dictionary<Line, Signs> signs;
    private readonly Hyphens hyphens;
    private readonly SeriesWords counted;
    private readonly NumberedWords numbered;
    private readonly HeadingWords headed;
    private readonly IndentLevels indents;
    private readonly bool printed;
    private readonly double width;
    private readonly double usualSize;
    private readonly List<Doubt> doubts;

    public BlockBuilder(ReadLines read, List<Doubt> doubts)
    {
        lines = [.. read.Lines.Where(line => line.Free)];
        hyphens = new(read.Lines);
        printed = read.Printed;
        this.doubts = doubts;
        counted = new(lines);
        numbered = new(lines);
        indents = new(lines, printed);
        headed = new(lines);
        signs = lines.ToDictionary(line => line, line => headed.Of(line) ?? Say(line.Text, line.Marker));
        var lengths = lines.Select(line => line.Right).Order().ToList();
        width = lengths.Count == 0 ? 0 : lengths[(int)Math.Ceiling((lengths.Count - 1) * 0.97)];
        var sizes = lines.Where(line => line.Size > 0).GroupBy(line => line.Size).ToList();
        usualSize = sizes.Count == 0 ? double.MaxValue : sizes.MaxBy(size => size.Sum(line => line.Text.Length))!.Key;
        DropStrayNumbers();
    }

    public List<Block> Build()
    {
        var groups = new List<List<Line>>();
        foreach (var line in lines)
        {
            if (groups.Count > 0 && Continues(groups[^1], line)) groups[^1].Add(line);
            else groups.Add([line]);
        }

        var blocks = WithTitles(Tables.Expand(groups.ConvertAll(Make)));
        for (var i = 0; i < blocks.Count - 1; i++) blocks[i].Tight = blocks[i + 1].Gap == 0;
        LabelPlaces.Tell(blocks);
        RepeatedLabels.Tell(blocks);
        return blocks;
    }

    /// <summary>"Opatření 1.1" in a paragraph of its own takes its title from the next.</summary>
    private static List<Block> WithTitles(List<Block> blocks)
    {
        var titled = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (titled.Count > 0 && titled[^1] is { Named: not Kind.None, Number: not null, Rest.Length: 0, As: null } bare && IsTitleOf(bare, block)) titled[^1] = bare.Titled(block);
            else titled.Add(block);
        }

        return titled;
    }

    private static bool IsTitleOf(Block bare, Block block) =>
        block is { Bullet: null, Number: null, Named: Kind.None, Meaning: Meaning.None, As: null, Cell: null, LooksLikeHeading: true, EndsWithColon: false }
        && bare.Cell is null && block.First.Sheet == bare.First.Sheet && (block.First.HeadingLevel is null || block.First.HeadingLevel == bare.First.HeadingLevel);

    /// <summary>A number counts only where it has a neighbour in its series: "IX. olympiáda" alone is no chapter nine.</summary>
    private void DropStrayNumbers()
    {
        var known = signs.Values.Where(sign => sign.Number is not null).Select(sign => (sign.Number!.SeriesKey, sign.Number.Last)).ToHashSet();
        var codes = signs.Values.Where(sign => sign.Number is not null).Select(sign => sign.Number!.Code).ToHashSet();
        foreach (var (line, sign) in signs.ToList())
        {
            if (sign.Number is not { } number || sign.Named is not Kind.None || line.Marker is not null && sign.Bullet is null) continue;
            var (series, last) = (number.SeriesKey, number.Last);
            var neighbours = Enumerable.Range(-2, 5).Any(step => step != 0 && known.Contains((series, last + step)));
            var firstBorn = last == 1 && (number.Path.Count > 1 ? number.Firm : known.Any(other => other.SeriesKey == series && other.Last == 2) || line.HeadingLevel is not null);
            var inParent = (number.Path.Count > 1 || number.Shape is NumberShape.Mixed && last == 1) && codes.Contains(string.Join('.', number.Code.Split('.')[..^1]));
            if (number is { Shape: NumberShape.Upper, Firm: false }) neighbours = Enumerable.Range(1, Math.Max(2, last)).All(n => known.Contains((series, n)));
            if (!neighbours && !firstBorn && !inParent) signs[line] = sign with { Number = null, Rest = line.Text, Meaning = Vocabulary.All.MeaningOf(Cleaning.Fold(line.Text)) };
        }
    }

    private Signs Say(string text, string? marker)
    {
        var sign = Signs.Of(text, marker);
        if (sign is { Named: Kind.None, Number: not null } && marker is null && numbered.Of(sign) is { } kind) return sign with { Named = kind.Kind, Rest = kind.Title, Meaning = Meaning.None };
        return sign is { Named: Kind.None, Number: null, Bullet: null } && marker is null && counted.Of(text) is { } series
            ? sign with { Number = series.Number, Rest = series.Title, Meaning = OfChapter(series.Title), Counted = true } : sign;
    }

    /// <summary>"Part C: Implementation" is the chapter that its title says.</summary>
    private static Meaning OfChapter(string title) =>
        Cleaning.Fold(title) is var folded && !Vocabulary.All.IsLoose(folded) && Vocabulary.All.MeaningOf(folded) is var meaning and (Meaning.Chapter or Meaning.Strand or Meaning.Vision or Meaning.Goals or Meaning.Achievements) ? meaning : Meaning.None;

    private bool Continues(List<Line> group, Line next)
    {
        if (group.Count >= LongestParagraph) return false;
        var previous = group[^1];
        if (previous.Paragraph is not null || next.Paragraph is not null) return previous.Paragraph == next.Paragraph && previous.Cell == next.Cell && !BreaksParagraph(previous, next) && !CountsOn(group[0], next);
        if (previous.Cell != next.Cell) return false;
        if (Bare(group) && next.Gap <= 2 && !signs[next].Opens) return true;
        if (next.Gap > 0 && !((next.Sheet, next.Column) != (previous.Sheet, previous.Column) && RunsOn(previous, next))) return false;
        if (Math.Abs(previous.Size - next.Size) > 0.6 || previous.HeadingLevel != next.HeadingLevel) return false;
        var score = Score(group, previous, next);
        if (score > 0 && score < 1.5) doubts.Add(new("documents.doubt.join", Span.Of([previous, next]), next.Text));
        return score > 0;
    }

    /// <summary>Lines broken by hand within one paragraph: a bold title ends with its weight, a label begins something else.</summary>
    private static bool BreaksParagraph(Line previous, Line next) =>
        next.Broken && (previous.Bold && !next.Bold || SaysLabel(next.Text));

    /// <summary>Lines of one paragraph that count on from each other, "Goal 1 …" and "Goal 2 …", are things of their own.</summary>
    private bool CountsOn(Line first, Line next) =>
        signs[next] is { Number: { } number } sign && signs[first] is { Number: { } before } opened && opened.Named == sign.Named && before.SeriesKey == number.SeriesKey
        && (sign.Named is not Kind.None && number.Last > before.Last || number.Firm && number.Last == before.Last + 1);

    /// <summary>A number that stands alone on its line takes its title from the next.</summary>
    private bool Bare(List<Line> group) =>
        group.Count == 1 && signs[group[0]] is { Number: not null, Bullet: null, Rest.Length: 0 };

    private static bool RunsOn(Line previous, Line next) =>
        previous.Text.Length > 0 && (previous.Text[^1] is '-' or ',' or Cleaning.SoftHyphen || char.IsLower(previous.Text[^1])) && char.IsLower(next.Text[0]);

    private double Score(List<Line> group, Line previous, Line next)
    {
        var sign = signs[next];
        // The letter of "a." or "b)" says nothing about how the text behind it begins.
        var listed = sign is { Number.Shape: NumberShape.Lower, Rest.Length: > 0 };
        var opening = listed ? sign.Rest : next.Text;
        var first = char.IsLetter(opening[0]) ? opening[0] : opening.FirstOrDefault(char.IsLetter, 'X');
        double score = -1;
        if (previous.Bold != next.Bold && previous.Size > 0) score -= 2;
        if (SplitsWord(previous, next)) score += 6;
        if (Enumerations.GoesOn(group, next)) score += 8;
        if (sign.Bullet is not null || sign.Named is not Kind.None) score -= 6;
        if (sign.Number is not null) score -= char.IsUpper(first) || sign.Number.Path.Count > 1 ? 4 : 2;
        if (sign.Meaning is not Meaning.None && !char.IsLower(next.Text[0])) score -= 3;
        if (SaysLabel(next.Text)) score -= 4;
        if (signs[previous].Meaning is not Meaning.None && group.Count == 1) score -= 3;
        if (char.IsLower(opening[0])) score += 3;
        if (Full(previous, next)) score += previous.Text.EndsWith('.') && char.IsUpper(first) && group.Count == 1 && signs[group[0]].Bullet is null ? 1.6 : 2.6;
        else if (char.IsUpper(first)) score -= 1.5;
        else if (Roomy(previous, next)) score -= 2.5;
        if (previous.Text[^1] is ',' or '–' || Vocabulary.All.Is("joiner", Cleaning.Fold(LastWord(previous.Text)))) score += 2;
        if (previous.Text[^1] is ':' or '.' or ';' && !Full(previous, next)) score -= 2;
        if (IsLarge(previous) && IsLarge(next) && Math.Abs(previous.Size - next.Size) < 0.3 && next.Gap == 0) score += 2.6;
        if (signs[group[0]].Bullet is not null) score += next.Left > group[0].Left + 0.5 ? 2 : -1;
        else if (signs[group[0]] is { Number: not null, Named: Kind.None } && next.Left > group[0].Left + 2 && char.IsLower(next.Text[0])) score += 2;
        else if (group.Count == 1 && next.Left > previous.Left + 3 && signs[previous].Number is null) score -= 0.5;
        if (indents.Items.Contains(IndentLevels.Of(next)) && previous.Left < next.Left + 1 && !SplitsWord(previous, next)) score -= 5;
        return score;
    }

    /// <summary>"Aktivity: …": a label opens the line, its content follows.</summary>
    private static bool SaysLabel(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 2 and < 40 and var colon && char.IsUpper(text[0]) && Vocabulary.All.MeaningOf(Cleaning.Fold(text[..colon])) is not Meaning.None;

    /// <summary>Lines of large print that stand tight are one heading.</summary>
    private bool IsLarge(Line line) => line.Size > usualSize + 0.9;

    private static bool SplitsWord(Line previous, Line next) =>
        previous.Text[^1] == Cleaning.SoftHyphen || previous.Text.Length > 1 && previous.Text[^1] == '-' && char.IsLetter(previous.Text[^2]) && char.IsLetter(next.Text[0]);

    /// <summary>Whether the first word of the next line would not have fitted on this one.</summary>
    private bool Full(Line previous, Line next)
    {
        if (!printed) return false;
        var edge = previous.Edge > 0 ? previous.Edge : width;
        var word = next.Text.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? next.Text.Length : end;
        var perLetter = (next.Right - next.Left) / Math.Max(1, next.Text.Length);
        return previous.Right + (word + 1) * perLetter > edge - 0.02 * edge && previous.Right > edge * 0.5;
    }

    /// <summary>Whether the next line begins anew although there was room left for its first word.</summary>
    private bool Roomy(Line previous, Line next)
    {
        if (previous.Size <= 0) return printed && previous.Right < (previous.Edge > 0 ? previous.Edge : width) * 0.6;
        var word = next.Text.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? next.Text.Length : end;
        return previous.Edge > 0 && previous.Right + (word + 1) * (next.Right - next.Left) / Math.Max(1, next.Text.Length) < previous.Edge * 0.99;
    }

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private Block Make(List<Line> group)
    {
        var text = group[0].Text;
        var fragments = group.Skip(1);
        foreach (var line in fragments)
        {
            var (joined, guess) = hyphens.Join(text, line.Text);
            if (guess) doubts.Add(new("documents.doubt.hyphen", Span.Of([line]), LastWord(text), line.Text.Split(' ')[0]));
            text = joined;
        }

        text = text.TrimEnd(Cleaning.SoftHyphen);
        var sign = group.Count == 1 ? signs[group[0]] : Whole(group, text);
        var body = sign.Bullet is not null && group[0].Marker is null ? Bullets.Split(text)!.Value.Behind : text;
        return new()
        {
            Lines = group, Text = body, Bullet = sign.Bullet, Number = sign.Number, Rest = sign.Rest,
            Named = sign.Named, Counted = sign.Counted, Meaning = OpensLikeTitle(body, group[0]) ? sign.Meaning : Meaning.None,
        };
    }

    /// <summary>"what we will do, and" is a piece of a sentence, not a label.</summary>
    private static bool OpensLikeTitle(string text, Line line) => line.HeadingLevel is not null || text.EndsWith(':') || !char.IsLower(text.FirstOrDefault(char.IsLetter, 'A'));

    /// <summary>What a joined text says; a number counts only where its first line has kept one.</summary>
    private Signs Whole(List<Line> group, string text)
    {
        var (first, whole) = (signs[group[0]], Say(text, group[0].Marker));
        if (Bare(group[..1]) && first.Named is Kind.None) return first with { Rest = text[group[0].Text.Length..].TrimStart(' ', '–', '-', ':') };
        return first.Number is null && whole.Number is not null && whole.Named is Kind.None
            ? whole with { Number = null, Rest = text, Bullet = first.Bullet } : whole;
    }
}
