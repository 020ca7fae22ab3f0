using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>A title printed at the edge of a sheet, repeated or with the page number.</summary>
internal sealed record RunningTitle(string Title, Line Line);

/// <summary>Areas that the text leaves without a title may be named at the edge of their sheet.</summary>
internal sealed class RunningTitles(IReadOnlyList<RunningTitle> titles, List<Doubt> doubts)
{
    public void Give(List<Draft> tops)
    {
        var areas = tops.Where(draft => draft.Kind is Kind.Area).ToList();
        var taken = areas.Select(area => area.Title).ToHashSet();
        foreach (var area in areas.Where(area => area.Title.Length == 0))
        {
            var sheet = area.Lines[0].Sheet;
            var found = titles.Where(title => title.Line.Sheet == sheet && !taken.Contains(title.Title)).ToList();
            if (found.Count != 1)
            {
                doubts.Add(new("documents.doubt.title-missing", Span.Of([area.Lines[0]])));
                continue;
            }

            area.Title = found[0].Title;
            taken.Add(area.Title);
            area.Lines.Add(found[0].Line);
            doubts.Add(new("documents.doubt.title-running", Span.Of([found[0].Line]), area.Title));
        }
    }
}
