using System.Globalization;
using Vridlo.Base;
using Vridlo.Programmes.Drafting.Replacing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>Where the instruments of a node go, as typed: a line a home, its code and its share in percent.</summary>
internal static class HomesTyped
{
    /// <summary>None for an empty text; one code alone takes the whole.</summary>
    public static Result<IReadOnlyList<DecideHeirs.Home>> Read(DraftTree tree, string typed)
    {
        var lines = typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var homes = new List<DecideHeirs.Home>();
        foreach (var line in lines)
        {
            var parts = line.Split([' ', '\t', '%'], StringSplitOptions.RemoveEmptyEntries);
            if (tree.Nodes.FirstOrDefault(n => n.Code == parts[0]) is not { } node)
            {
                return Problem.Invalid("programmes.draft.heirs.unknown", "homes", parts[0]);
            }

            if (Share(parts.Skip(1).ToList(), lines.Length) is not { } share)
            {
                return Problem.Invalid("programmes.replace.shares", "homes");
            }

            homes.Add(new(node.NodeId, share));
        }

        return homes;
    }

    private static int? Share(List<string> typed, int lines) => typed switch
    {
        [] when lines == 1 => DraftHeir.Whole,
        [var one] when decimal.TryParse(one.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            => (int)(percent * 100),
        _ => null,
    };
}
