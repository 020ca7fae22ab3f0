namespace Vridlo.Documents.Recognising;

/// <summary>Weighs whether a heading stands beneath another: by what they say, look like and are numbered.</summary>
internal static class Seniority
{
    /// <summary>Positive when <paramref name="below"/> belongs under <paramref name="above"/>, otherwise it ends it.</summary>
    public static double Of(Part above, Part below) =>
        ByWord(above, below) + ByLook(above.Look!, below.Look!) + ByNumber(above.Block, below.Block) + ByAncestor(above, below) + ByPlainness(above, below);

    private static double? Rank(Part part) => (part.Named, part.Meaning) switch
    {
        (Kind.Goal, _) when part.Block.Number is { Path.Count: > 1 } => 4,
        (Kind.Goal or Kind.Area, _) => 2,
        (Kind.GoalOrObjective, _) => 3,
        (Kind.Objective, _) => 4,
        (Kind.Measure, _) => 6,
        (Kind.Activity, _) => 8,
        (Kind.None, Meaning.None) when part.Block.OpensArea => 2,
        (_, Meaning.Strand) => 0.5,
        (_, Meaning.Vision or Meaning.Goals or Meaning.Areas or Meaning.Achievements or Meaning.Chapter) => 1,
        (_, Meaning.Objectives) => 3,
        (_, Meaning.Change or Meaning.Measures) => 5,
        (_, Meaning.Activities) => 7,
        (_, Meaning.Attribute) => 9,
        _ => null,
    };

    private static double ByWord(Part above, Part below)
    {
        if (above.Meaning is Meaning.Achievements && !above.Look!.Plain && above.Look with { Left = 0, Numbered = "" } == below.Look! with { Left = 0, Numbered = "" }) return -8;
        if (Rank(above) is null && above.Parent!.Meaning is Meaning.Goals && below.Named is Kind.Area) return -6;
        if (Rank(above) is not { } high) return below.Block.OpensArea ? -5 : !IsPlain(above) && above.Parent!.Meaning is not Meaning.Goals && below.Look!.Plain && Rank(below) >= 3 ? 1.5 : 0;
        if (Rank(below) is null && below.Block.Number is not null && above.Meaning is Meaning.Goals or Meaning.Areas) return 4.5;
        if (Rank(below) is not { } low) return above.Meaning is Meaning.Attribute or Meaning.Activities ? -3 : above.Meaning is Meaning.Chapter ? 0 : 1.5;
        if (above.Meaning is Meaning.Vision or Meaning.Change && low > high) return below.Meaning is Meaning.Attribute ? 2 : -2;
        if (above.Meaning is Meaning.Chapter && low > high) return 0;
        var weak = above.Meaning is Meaning.Chapter or Meaning.Strand || below.Meaning is Meaning.Chapter or Meaning.Strand
            || below.Meaning is Meaning.Change && above.Named is Kind.Measure;
        return low > high ? weak ? 2 : 5 : low < high ? weak ? -2 : -5 : above.Named is Kind.None ? -2 : -4;
    }

    private static double ByLook(Look above, Look below)
    {
        double score = 0;
        if (above.Level is { } high && below.Level is { } low) score += low > high ? 4 : low < high ? -4 : -3;
        else if (above.Level is not null) score += 2;
        else if (below.Level is not null) score -= 2;
        if (above.Size > 0 && below.Size > 0 && (above.Level is null || below.Level is null))
        {
            var difference = above.Size - below.Size;
            if (Math.Abs(difference) > 0.6) score += difference > 0 ? 3.5 : -3.5;
            else if (above.Bold != below.Bold) score += above.Bold ? 2 : -2;
            else if (above.Caps == below.Caps) score -= 1;
        }

        if (above.Caps != below.Caps) score += above.Caps ? 1.5 : -1.5;
        if (Math.Abs(above.Left - below.Left) > 1.5 && above.Size <= 0) score += above.Left < below.Left ? 0.5 : -0.5;
        return score;
    }

    private static double ByNumber(Block above, Block below)
    {
        if (above.Number is not { } high || below.Number is not { } low) return 0;
        if (low.Within(high)) return 5;
        if (high.Within(low)) return -5;
        if (low.Follows(high)) return -5;
        if (above.Named != below.Named && (above.Named is Kind.None || below.Named is Kind.None)) return 0;
        if (low.SeriesKey == high.SeriesKey) return low.Last > high.Last ? -5 : -3;
        if (low.Shape == high.Shape) return low.Depth > high.Depth ? 3 : low.Depth < high.Depth ? -3 : -4;
        return Order(low.Shape) > Order(high.Shape) ? 2 : -2;
    }

    /// <summary>A label without a number ends where a sibling of the numbered heading above it begins.</summary>
    private static double ByAncestor(Part above, Part below)
    {
        if (above.Block.Number is not null || below.Block.Number is not { } low) return 0;
        var numbered = above.Parent;
        while (numbered is { IsRoot: false } && numbered.Block.Number is null) numbered = numbered.Parent;
        return numbered is { IsRoot: false } && numbered.Block.Number is { } high && (low.SeriesKey == high.SeriesKey || high.Within(low)) ? -4 : 0;
    }

    private static int Order(NumberShape shape) => shape switch
    {
        NumberShape.Roman or NumberShape.Upper => 0,
        NumberShape.Mixed or NumberShape.Decimal => 1,
        _ => 2,
    };

    private static double ByPlainness(Part above, Part below)
    {
        var (high, low) = (IsPlain(above), IsPlain(below));
        return (high, low) switch
        {
            (false, true) => above.Look!.Plain ? 0 : 2,
            (true, false) => below.Look!.Plain ? -1 : -2,
            (true, true) => -3,
            _ => 0,
        };
    }

    private static bool IsPlain(Part part) => part.Look!.Plain && Rank(part) is null && part.Block.Number is null;
}
