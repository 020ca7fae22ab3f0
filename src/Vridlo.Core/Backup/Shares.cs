namespace Vridlo.Core.Backup;

/// <summary>A piece of work that is a share of a larger one.</summary>
internal static class Shares
{
    /// <summary>Reports 0 to 1 of the piece as <paramref name="from"/> to <paramref name="to"/> of the whole.</summary>
    public static IProgress<double>? Share(this IProgress<double>? whole, double from, double to) => whole is null ? null : new Part(whole, from, to);

    private sealed class Part(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}
