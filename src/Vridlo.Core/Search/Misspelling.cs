using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>
/// What may have been meant where nothing was found: for each word the nearest one that titles have, among those that begin
/// with the same letters. So it reads a bounded number of entries and needs no dictionary of its own.
/// </summary>
internal sealed class Misspelling(AppDb db, IEngine engine)
{
    private const int SameBeginning = 2;
    private const int MostRead = 400;
    private const int ShortestWord = 4;

    public async Task<IReadOnlyList<string>> Instead(SearchQuestion question, Language reader, CancellationToken stop)
    {
        var mended = new string[question.Words.Count];

        // The longer a word, the sooner nothing is near it, and then nothing can be offered.
        foreach (var (place, word) in question.Words.Index().OrderByDescending(w => w.Item.Literal.Length))
        {
            if (await Nearest(word, reader, stop) is not { } nearest)
            {
                return [];
            }

            mended[place] = nearest;
        }

        return mended.SequenceEqual(question.Words.Select(w => w.Literal)) ? [] : [string.Join(' ', mended)];
    }

    private async Task<string?> Nearest(AskedWord word, Language reader, CancellationToken stop)
    {
        if (word.Literal.Length < ShortestWord)
        {
            return word.Literal;
        }

        // Words of titles that are near in length stand beside many others, so all that begin alike are compared.
        var alike = SearchExpression.AllOf(
        [
            new SearchExpression.Token(TokenClass.Reader(reader)),
            new SearchExpression.Token(TokenClass.TitleWord(word.Literal[..SameBeginning]), Beginning: true),
        ]);
        var ids = (await engine.Search.Best(db, [new(0, alike, -1, long.MaxValue)], MostRead, stop)).Select(p => p.Id).ToList();
        var titles = await db.Set<SearchEntry>().Where(e => ids.Contains(e.Id)).Select(e => e.Title).ToListAsync(stop);
        var most = word.Literal.Length < 6 ? 1 : 2;
        return titles.SelectMany(SplitWords.Of)
            .Select(w => (w.Text, Distance: Distance(w.Folded, word.Literal, most)))
            .Where(w => w.Distance <= most)
            .GroupBy(w => w)
            .OrderBy(g => g.Key.Distance).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Text, StringComparer.Ordinal)
            .Select(g => g.Key.Text)
            .FirstOrDefault();
    }

    /// <summary>How many letters are to be changed, added, left out or exchanged with the next one; more than <paramref name="most"/> is not counted.</summary>
    private static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var (before, last, now) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[other.Length];
    }
}
