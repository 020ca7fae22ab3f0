using System.Security.Cryptography;
using System.Text;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// What the cells of a row of our own spreadsheet held when it was downloaded, each as a few digits of its hash, in a cell of the row itself. So what
/// somebody edits is told from what a colleague has changed in the project meanwhile, cell by cell.
/// </summary>
internal sealed class RowMark
{
    private const int Digits = 8;

    private readonly Dictionary<string, string> held;

    private RowMark(Dictionary<string, string> held) => this.held = held;

    /// <summary>The mark of a row.</summary>
    /// <param name="cells">the texts of its cells, by the names of their columns</param>
    public static string Write(IEnumerable<(string Name, string Text)> cells) => string.Join(' ', cells.Select(c => $"{c.Name}:{Hash(c.Text)}"));

    /// <summary>Reads a mark; one that is none knows of no cell.</summary>
    public static RowMark Read(string mark) =>
        new(mark.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':')).Where(c => c.Length == 2).DistinctBy(c => c[0]).ToDictionary(c => c[0], c => c[1]));

    /// <summary>The name of a column of costs.</summary>
    public static string Cost(int year, string fund) => $"{year}/{fund}";

    /// <summary>Whether a cell held this; null when that is not known.</summary>
    public bool? Held(string name, string text) => held.TryGetValue(name, out var hash) ? hash == Hash(text) : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())))[..Digits];
}
