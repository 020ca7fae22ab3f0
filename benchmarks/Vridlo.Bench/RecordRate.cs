using System.Diagnostics;
using System.Security.Cryptography;

namespace Vridlo.Bench;

/// <summary>
/// <c>vridlo record verify</c> over a million acts, from the start of the command to its end, beside a loop that does nothing but hash the
/// same bytes from memory, in the same pieces, because each seal is part of what the next one covers.
/// </summary>
internal static class RecordRate
{
    private const int Rounds = 2;

    public static async Task Measure(Ground ground, Report report)
    {
        foreach (var (engine, name) in Ground.Engines)
        {
            var (installation, record) = await ground.Filled(engine);
            var (ours, merely) = (0.0, 0.0);
            for (var i = 0; i < Rounds; i++)
            {
                merely += Hashed(record.Some) / Rounds;
                ours += record.Bytes / await ground.Run(installation, "record", "verify") / Rounds;
            }

            var ratio = ours / merely;
            report.Add($"record verify of {Report.Number(FilledRecord.Acts)} acts, {Rate(record.Bytes)} MB to hash, on {name}", $"{Rate(ours)} MB/s", $"hashing them {Rate(merely)} MB/s", Report.Number(ratio), "≥ 0.50", ratio >= 0.5);
        }
    }

    /// <summary>Bytes a second.</summary>
    private static double Hashed(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var watch = Stopwatch.StartNew();
        foreach (var piece in pieces)
        {
            SHA256.HashData(piece.Span, hash);
        }

        return pieces.Sum(p => (long)p.Length) / watch.Elapsed.TotalSeconds;
    }

    private static string Rate(double bytes) => Report.Number(bytes / 1_000_000);
}
