using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Vridlo.Documents.Reading;

/// <summary>A ruled line of a page: where it lies across its direction, and from where to where it runs.</summary>
internal readonly record struct PdfRuling(double At, double From, double To)
{
    public bool Covers(double place) => place >= From - PdfRulings.Slack && place <= To + PdfRulings.Slack;
}

/// <summary>The lines that rule a page: strokes, and areas so thin that they are lines.</summary>
internal sealed class PdfRulings
{
    public const double Slack = 2.5;
    private const double Thickest = 2.2;
    private const double Shortest = 7;

    /// <summary>More lines than these are a drawing, not tables.</summary>
    private const int Most = 6000;
    private const int MostMerged = 800;

    private readonly List<PdfRuling> across = [];
    private readonly List<PdfRuling> down = [];

    public PdfRulings(IReadOnlyList<PdfPath> paths)
    {
        foreach (var path in paths.Where(path => path.IsFilled || path.IsStroked))
            foreach (var piece in path) Add(piece, path.IsStroked);
        if (across.Count > Most || down.Count > Most) return;
        var (whole, upright) = (Merge(across), Merge(down));
        if (whole.Count > MostMerged || upright.Count > MostMerged) return;
        Across = whole.FindAll(line => upright.Exists(other => Meets(line, other)));
        Down = upright.FindAll(line => whole.Exists(other => Meets(other, line)));
    }

    /// <summary>Horizontal lines that end at or cross a vertical one, so that no underlined word is taken for a border.</summary>
    public IReadOnlyList<PdfRuling> Across { get; } = [];

    public IReadOnlyList<PdfRuling> Down { get; } = [];

    private static bool Meets(PdfRuling across, PdfRuling down) => down.Covers(across.At) && across.Covers(down.At);

    private void Add(PdfSubpath piece, bool stroked)
    {
        if (piece.GetBoundingRectangle() is not { } box) return;
        if (box.Height <= Thickest || box.Width <= Thickest) Add(box);
        else if (stroked && piece.IsDrawnAsRectangle)
        {
            Add(new(box.Left, box.Bottom, box.Right, box.Bottom));
            Add(new(box.Left, box.Top, box.Right, box.Top));
            Add(new(box.Left, box.Bottom, box.Left, box.Top));
            Add(new(box.Right, box.Bottom, box.Right, box.Top));
        }
        else if (stroked)
        {
            foreach (var line in piece.Commands.OfType<PdfSubpath.Line>())
                Add(new(Math.Min(line.From.X, line.To.X), Math.Min(line.From.Y, line.To.Y), Math.Max(line.From.X, line.To.X), Math.Max(line.From.Y, line.To.Y)));
        }
    }

    private void Add(PdfRectangle box)
    {
        if (box.Height <= Thickest && box.Width >= Shortest) across.Add(new((box.Bottom + box.Top) / 2, box.Left, box.Right));
        else if (box.Width <= Thickest && box.Height >= Shortest) down.Add(new((box.Left + box.Right) / 2, box.Bottom, box.Top));
    }

    /// <summary>Pieces drawn for each cell are one line where they lie at one place and go on from each other.</summary>
    private static List<PdfRuling> Merge(List<PdfRuling> pieces)
    {
        var snapped = new List<PdfRuling>();
        foreach (var piece in pieces.OrderBy(piece => piece.At)) snapped.Add(snapped.Count > 0 && piece.At - snapped[^1].At < Slack ? piece with { At = snapped[^1].At } : piece);
        var merged = new List<PdfRuling>();
        foreach (var piece in snapped.OrderBy(piece => piece.At).ThenBy(piece => piece.From))
        {
            if (merged.Count > 0 && merged[^1].At == piece.At && piece.From <= merged[^1].To + Slack) merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, piece.To) };
            else merged.Add(piece);
        }

        return merged;
    }
}
