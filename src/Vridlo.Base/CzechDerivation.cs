namespace Vridlo.Base;

/// <summary>
/// Brings words derived from one another together where the light Czech stemmer, which removes only endings, leaves them
/// apart: lázeňství, lázeňský and lázně; silniční and silnice; dotační and dotace; vzdělávací and vzdělávání; obecní, obcí and
/// obec. It works on folded stems, and the same word always comes to the same result.
/// </summary>
public static class CzechDerivation
{
    private const int ShortestRoot = 3;

    // Roots that themselves end in a consonant and n: lázně is not an adjective of «láz».
    private static readonly HashSet<string> WholeRoots = new(StringComparer.Ordinal) { "lazn", "sezn", "vikn", "brn", "plzn" };

    /// <summary>What a folded stem comes to.</summary>
    public static string Root(string stem)
    {
        // Two derivations can stand one upon the other (zdravot-n-ictví); more do not occur.
        for (var round = 0; round < 3; round++)
        {
            var root = Tidy(Shorten(stem));
            if (root == stem)
            {
                break;
            }

            stem = root;
        }

        return stem;
    }

    private static string Shorten(string stem) => stem switch
    {
        [.. var root, 's', 't', 'v'] when Enough(root) => root,
        [.. var root, 'c', 't', 'v'] when Enough(root) => root + "k",
        [.. var root, 'c', 'k'] when Enough(root) => root + "k",
        [.. var root, 's', 'k'] when Enough(root) => root,

        // -ování, -ovací; -ávání, -ávací: noun and adjective of one verb.
        [.. var verb, 'a', 'n' or 'k'] when verb.Length > ShortestRoot + 1 && verb[^1] == 'v' && verb[^2] is 'o' or 'a' or 'i' => WithoutOv(verb),

        // -ní, -ný after a consonant: vodní, silniční; -ovní: sportovní.
        [.. var root, 'n'] when Enough(root) && !IsVowel(root[^1]) && !WholeRoots.Contains(stem) => WithoutOv(root),
        _ => stem,
    };

    private static string WithoutOv(string stem) => stem is [.. var root, 'o', 'v'] && root.Length > ShortestRoot ? root : stem;

    /// <summary>What the stemmer does to endings, done again to the shortened word: c → k, z → h, and the movable e (obec, obc-e).</summary>
    private static string Tidy(string stem)
    {
        var tidy = stem switch
        {
            [.. var root, 'c'] => root + "k",
            [.. var root, 'z'] => root + "h",
            _ => stem,
        };
        return tidy is [.. var head, 'e', var last] && head.Length >= 2 && !IsVowel(last) && !IsVowel(head[^1]) ? head + last : tidy;
    }

    private static bool Enough(string root) => root.Length >= ShortestRoot;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
