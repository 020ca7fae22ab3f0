using System.Text.RegularExpressions;
using DiffPlex;

namespace Vridlo.Ui;

/// <summary>Compares two texts word by word.</summary>
public static partial class WordDiff
{
    /// <summary>
    /// The runs of words that make up both texts: unchanged and removed runs give <paramref name="before"/>, unchanged and
    /// added runs give <paramref name="after"/>. Spaces belong to the word before them.
    /// </summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words.Instance);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(Change.Same, diff.PiecesNew, at, block.InsertStartB - at);
            Add(Change.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(Change.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(Change.Same, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return parts;

        void Add(Change change, IReadOnlyList<string> pieces, int from, int count)
        {
            if (count > 0)
            {
                parts.Add(new(change, string.Concat(pieces.Skip(from).Take(count))));
            }
        }
    }

    private sealed partial class Words : IChunker
    {
        public static Words Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(m => m.Value)];

        // Punctuation stands apart, so that a comma added does not count the word before it as changed.
        [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+", RegexOptions.CultureInvariant)]
        private static partial Regex Word();
    }
}
