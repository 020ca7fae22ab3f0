namespace Vridlo.Ui.Maps;

/// <summary>A label where it has room.</summary>
/// <param name="Text">what is written</param>
/// <param name="X">pixels from the left</param>
/// <param name="Y">base line, pixels from the top</param>
/// <param name="Anchor">the SVG text anchor</param>
/// <param name="Rank">of its mark</param>
internal sealed record Label(string Text, double X, double Y, string Anchor, int Rank);

/// <summary>
/// Finds room for labels, the important ones first: beside, under or over their mark, never over another label or a large mark
/// and never out of the picture. A name without room is left out; it is still in the mark's title and in the list.
/// </summary>
internal sealed class LabelPlaces(double width, double height)
{
    /// <summary>Average width of a letter of Roboto as a share of the size of the type; a little generous.</summary>
    private const double Letter = 0.54;

    /// <summary>How much wider spaced capitals are.</summary>
    private const double Spaced = 1.45;

    private readonly List<Box> taken = [];

    /// <summary>Keeps labels off a mark.</summary>
    public void Avoid(double x, double y, double radius) => taken.Add(new(x - radius, y - radius, x + radius, y + radius));

    /// <summary>A label beside a mark, or null when there is no room.</summary>
    public Label? Beside(string text, double x, double y, double radius, double size, int rank)
    {
        var gap = radius + 3;
        var middle = y + (size * 0.35);
        Label[] choices =
        [
            new(text, x + gap, middle, "start", rank),
            new(text, x - gap, middle, "end", rank),
            new(text, x, y + gap + (size * 0.8), "middle", rank),
            new(text, x, y - gap - (size * 0.2), "middle", rank),
            new(text, x + (gap * 0.7), y - (gap * 0.7) - 1, "start", rank),
            new(text, x + (gap * 0.7), y + (gap * 0.7) + (size * 0.7), "start", rank),
            new(text, x - (gap * 0.7), y - (gap * 0.7) - 1, "end", rank),
            new(text, x - (gap * 0.7), y + (gap * 0.7) + (size * 0.7), "end", rank),
        ];
        return Take(choices, size);
    }

    /// <summary>A label in the middle of something, moved a little when that gives it room; null when there is none.</summary>
    public Label? Around(string text, double x, double y, double size, int rank)
    {
        double[] moves = [0, -1.2, 1.2, -2.4, 2.4, -3.6, 3.6];
        return Take(
            [.. from side in moves from up in moves orderby Math.Abs(up) + Math.Abs(side)
                select new Label(text, x + (side * size * 2), y + (up * size), "middle", rank)],
            size * Spaced);
    }

    private Label? Take(Label[] choices, double size)
    {
        foreach (var label in choices)
        {
            var box = BoxOf(label, size);
            if (box.Left >= 2 && box.Top >= 2 && box.Right <= width - 2 && box.Bottom <= height - 2 && !taken.Any(box.Meets))
            {
                taken.Add(box);
                return label;
            }
        }

        return null;
    }

    private static Box BoxOf(Label label, double size)
    {
        var wide = label.Text.Length * size * Letter;
        var left = label.Anchor switch { "start" => label.X, "end" => label.X - wide, _ => label.X - (wide / 2) };
        return new(left - 1, label.Y - (size * 0.8), left + wide + 1, label.Y + (size * 0.25));
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
