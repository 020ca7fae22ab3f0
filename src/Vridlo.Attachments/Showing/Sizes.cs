using Vridlo.Base;

namespace Vridlo.Attachments.Showing;

/// <summary>Writes how large a file is.</summary>
internal static class Sizes
{
    private const int Kilo = 1000;

    /// <summary>12 kB, 3,4 MB: in powers of ten, as ISO 80000-13 has it.</summary>
    public static string Write(long bytes, Language language) => bytes < Kilo * Kilo
        ? $"{NumberText.Write(Math.Max(1, bytes / Kilo), language)}{Typography.NoBreakSpace}kB"
        : $"{NumberText.Write((decimal)bytes / (Kilo * Kilo), 1, language)}{Typography.NoBreakSpace}MB";
}
