using System.Text.RegularExpressions;
using Vridlo.Base;

namespace Vridlo.Core.Organisations;

/// <summary>Compares names of organisations as people would.</summary>
public static partial class OrganisationNames
{
    /// <summary>
    /// The name without case, diacritics, punctuation, legal form (s. r. o., příspěvková organizace) and kind of municipality (město, obec), so
    /// that two ways of writing one name come out alike. The whole name when nothing else is left.
    /// </summary>
    public static string Key(string name)
    {
        var plain = Spaces().Replace(Signs().Replace(Folding.Fold(name), " "), " ").Trim();
        var core = Spaces().Replace(Forms().Replace($" {plain} ".Replace(" ", "  ", StringComparison.Ordinal), " "), " ").Trim();
        return core.Length == 0 ? plain : core;
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        " (?:s +r +o|spol +s +r +o|spol|sro|a +s|as|z +s|zs|o +p +s|ops|z +u|zu|p +o|po|v +o +s|k +s|s +p|prispevkova +organizace|statutarni +mesto|mesto|mestys|obec|akciova +spolecnost) ",
        RegexOptions.CultureInvariant)]
    private static partial Regex Forms();
}
