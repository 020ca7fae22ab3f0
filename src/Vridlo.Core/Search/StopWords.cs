using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>Words that tell nothing about a thing (na, the, und): left out of a question that has others.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Folded =
        [.. CzechAnalyzer.DefaultStopSet.Concat(EnglishAnalyzer.DefaultStopSet).Concat(GermanAnalyzer.DefaultStopSet).Select(Folding.Fold)];

    public static bool Contains(string folded) => Folded.Contains(folded);
}
