namespace Vridlo.Ui;

/// <summary>Where the columns of a chart by year stand: a picture of 820 × 260, the axis at the bottom, from zero up.</summary>
internal sealed class YearColumns
{
    public const double Width = 820, Height = 260, Left = 72, Bottom = 230, Top = 22;

    private const int MostLabels = 8;

    private readonly YearMoney money;
    private readonly double most;

    public YearColumns(YearMoney money)
    {
        this.money = money;
        var highest = new[] { money.Committed, money.Planned, money.Whole }.SelectMany(s => s).DefaultIfEmpty().Max();
        Step = Rounded(Math.Max(highest, 1) / (double)money.Scale.Whole / 4);
        most = Math.Max(highest / (double)money.Scale.Whole, Step);
    }

    /// <summary>What one line of the grid stands above another, in the unit of the scale.</summary>
    public double Step { get; }

    /// <summary>The values of the lines of the grid above the axis.</summary>
    public IEnumerable<double> Grid => Enumerable.Range(1, (int)Math.Floor((most / Step) + 1e-9)).Select(i => i * Step);

    private double Slot => (Width - Left) / Math.Max(money.Years.Count, 1);

    /// <summary>Half the breadth of what is planned; what was paid is narrower.</summary>
    public double Half => Math.Min(Slot * .25, 40);

    public double Middle(int year) => Left + (Slot * (year + .5));

    /// <summary>How high a value in the unit of the scale stands.</summary>
    public double Y(double value) => Bottom - (Math.Max(value, 0) / most * (Bottom - Top));

    public double Y(long minor) => Y(minor / (double)money.Scale.Whole);

    /// <summary>The parts of a column, one upon another; what is below nothing is not drawn.</summary>
    public IEnumerable<(int Slot, double From, double To)> Parts(int year)
    {
        var below = 0L;
        foreach (var row in money.Paid.Where(r => r.Sums[year] > 0))
        {
            yield return (row.Source.Slot, Y(below), Y(below + row.Sums[year]));
            below += row.Sums[year];
        }
    }

    /// <summary>Whether a year is written: when there are many, only every other, and the last one.</summary>
    public bool Labelled(int year) => money.Years.Count <= MostLabels || (money.Years.Count - 1 - year) % 2 == 0;

    /// <summary>The next of 1, 2, 5, 10, 20 …</summary>
    private static double Rounded(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * ((step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }
}
