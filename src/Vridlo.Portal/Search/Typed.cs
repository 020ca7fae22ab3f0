using System.Text;

namespace Vridlo.Portal.Search;

/// <summary>What somebody typed, fit to be shown again.</summary>
internal static class Typed
{
    private const int Longest = 200;

    /// <summary>Without control characters, marks that turn the direction of writing, and half characters; at most 200 long.</summary>
    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            var wanted = Rune.IsControl(rune) || rune == Rune.ReplacementChar || Turns(rune.Value) ? new Rune(' ') : rune;
            if (clean.Length + wanted.Utf16SequenceLength > Longest)
            {
                break;
            }

            clean.Append(wanted.ToString());
        }

        return clean.ToString().Trim();
    }

    private static bool Turns(int value) => value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
