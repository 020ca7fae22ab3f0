using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Documents often list their areas and measures first and describe them later: the list is no second tree.</summary>
internal static class Overviews
{
    public static void Merge(List<Draft> siblings)
    {
        foreach (var same in siblings.Where(draft => draft.Kind is Kind.Area or Kind.Objective or Kind.Measure && draft.Title.Length > 0)
            .GroupBy(draft => (draft.Kind, draft.OwnCode ?? draft.Number?.Code, Cleaning.Fold(draft.Title))).Where(group => group.Count() > 1).ToList())
        {
            var full = same.MaxBy(Weight)!;
            foreach (var brief in same.Where(draft => draft != full && !draft.All.Any(each => each.Kind is Kind.Activity)))
            {
                foreach (var line in brief.Lines) line.Announce();
                foreach (var child in brief.Children) full.Add(child);
                siblings.Remove(brief);
            }

            Merge(full.Children);
        }
    }

    private static int Weight(Draft draft) => draft.All.Sum(each => 1 + each.Text.Count + each.Change.Count);
}
