using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Vridlo.Documents.Reading;

/// <summary>Bullets that are drawn and not printed as letters: small shapes of one size, each right before a run of text.</summary>
internal static class PdfBullets
{
    private const double Smallest = 1.2;
    private const double Largest = 15;
    private const double LargestRing = 40;

    /// <summary>More small shapes on one page are a map or a picture.</summary>
    private const int MostShapes = 2000;

    private const double Farthest = 26;

    /// <summary>The runs, those behind a drawn bullet marked and beginning at it.</summary>
    public static List<PdfRun> Mark(List<PdfRun> runs, IReadOnlyList<PdfPath> paths)
    {
        var all = Shapes(paths);
        if (all.Count > MostShapes) return runs;
        runs = Ringed(runs, all);
        var shapes = all.Where(shape => Math.Max(shape.Width, shape.Height) <= Largest && !IsWithin(shape, runs)).ToList();
        var pairs = shapes.Select(shape => (shape, Run: BehindOf(shape, runs))).Where(pair => pair.Run is not null)
            .GroupBy(pair => (Math.Round(pair.shape.Width), Math.Round(pair.shape.Height))).Where(alike => alike.Select(pair => pair.Run).Distinct().Count() >= 2)
            .SelectMany(alike => alike).GroupBy(pair => pair.Run!, ReferenceEqualityComparer.Instance).ToDictionary(pair => (PdfRun)pair.Key!, pair => pair.Min(each => each.shape.Left), (IEqualityComparer<PdfRun>)ReferenceEqualityComparer.Instance);
        return pairs.Count == 0 ? runs : runs.ConvertAll(run => pairs.TryGetValue(run, out var left) ? run with { Left = left, Drawn = true } : run);
    }

    /// <summary>A number in a ring stands on the row of the text behind it, whatever its own height.</summary>
    private static List<PdfRun> Ringed(List<PdfRun> runs, List<PdfRectangle> shapes)
    {
        var numbers = new Dictionary<PdfRun, double>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs.Where(run => run.Text.Length <= 2 && run.Text.All(char.IsDigit)))
            if (shapes.Find(shape => run.Left > shape.Left && run.Right < shape.Right && run.Base > shape.Bottom && run.Base < shape.Top) is { Width: > 0 } ring && BehindOf(ring, runs) is { } behind)
                numbers[run] = behind.Base;
        return numbers.Count < 2 ? runs : runs.ConvertAll(run => numbers.TryGetValue(run, out var row) ? run with { Base = row } : run);
    }

    /// <summary>The boxes of small shapes about as wide as high; strokes of one sign, such as a tick, are one box.</summary>
    private static List<PdfRectangle> Shapes(IReadOnlyList<PdfPath> paths)
    {
        var shapes = new List<PdfRectangle>();
        foreach (var path in paths)
        {
            if (!path.IsFilled && !path.IsStroked || path.GetBoundingRectangle() is not { } box) continue;
            if (box.Width > LargestRing || box.Height > LargestRing || Math.Max(box.Width, box.Height) < Smallest) continue;
            if (shapes.Count > 0 && Touch(shapes[^1], box)) shapes[^1] = Union(shapes[^1], box);
            else shapes.Add(box);
        }

        return shapes.FindAll(box => box.Width <= LargestRing && box.Height <= LargestRing && Math.Min(box.Width, box.Height) >= Smallest && box.Width < box.Height * 2.5 && box.Height < box.Width * 2.5);
    }

    private static bool Touch(PdfRectangle a, PdfRectangle b) =>
        a.Left <= b.Right + 0.5 && b.Left <= a.Right + 0.5 && a.Bottom <= b.Top + 0.5 && b.Bottom <= a.Top + 0.5;

    private static PdfRectangle Union(PdfRectangle a, PdfRectangle b) =>
        new(Math.Min(a.Left, b.Left), Math.Min(a.Bottom, b.Bottom), Math.Max(a.Right, b.Right), Math.Max(a.Top, b.Top));

    /// <summary>A ring or box around a number belongs to that number.</summary>
    private static bool IsWithin(PdfRectangle shape, List<PdfRun> runs) =>
        runs.Exists(run => run.Base > shape.Bottom - 1 && run.Base < shape.Top && run.Left < shape.Right && run.Right > shape.Left);

    /// <summary>The run that begins right of a shape, with its row at the height of the shape and nothing between.</summary>
    private static PdfRun? BehindOf(PdfRectangle shape, List<PdfRun> runs)
    {
        var middle = (shape.Bottom + shape.Top) / 2;
        return runs.Where(run => run.Left >= shape.Right - 0.5 && run.Left - shape.Right < Farthest && middle > run.Base - run.Size * 0.25 && middle < run.Base + run.Size * 0.95).MinBy(run => run.Left);
    }
}
