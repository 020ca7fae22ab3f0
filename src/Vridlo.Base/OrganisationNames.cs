using System.Text.RegularExpressions;

namespace Vridlo.Base;

/// <summary>Compares names of organisations as people would.</summary>
public static partial class OrganisationNames
{
    /// <summary>
    /// The name without case, diacritics, punctuation, legal form (s. r. o., příspěvková organizace) and kind of municipality (město, obec), so
    /// that two ways of writing one name come out alike. The whole name when nothing else is left.
    /// </summary>
    public static string Key(string name)
    {
        var plain = Plain(name);
        return Without(Forms(), plain) is { Length: > 0 } core ? core : plain;
    }

    /// <summary>
    /// Whether two names are one: the same but for case, diacritics, punctuation and the kind of municipality. The legal form must be the same, since
    /// a town and a company may share the rest of a name.
    /// </summary>
    public static bool AreOne(string name, string other) => Without(Kinds(), Plain(name)) is { Length: > 0 } core ? core == Without(Kinds(), Plain(other)) : Plain(name) == Plain(other);

    private static string Plain(string name) => Spaces().Replace(Signs().Replace(Folding.Fold(name), " "), " ").Trim();

    private static string Without(Regex words, string plain) => Spaces().Replace(words.Replace($" {plain} ".Replace(" ", "  ", StringComparison.Ordinal), " "), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(" (?:statutarni +mesto|mesto|mestys|obec) ", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    [GeneratedRegex(
        " (?:s +r +o|spol +s +r +o|spol|sro|a +s|as|z +s|zs|o +p +s|ops|z +u|zu|p +o|po|v +o +s|k +s|s +p|prispevkova +organizace|statutarni +mesto|mesto|mestys|obec|akciova +spolecnost) ",
        RegexOptions.CultureInvariant)]
    private static partial Regex Forms();
}
