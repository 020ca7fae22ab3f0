using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Documents often list their areas and measures first and describe them later: the list is no second tree.</summary>
internal static class Overviews
{
    public static void Merge(List<Draft> siblings)
    {
        DropMentions(siblings);
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

    /// <summary>"Priorita A" without a title, where another node bears that number with one, only points there.</summary>
    private static void DropMentions(List<Draft> siblings)
    {
        var titled = siblings.Where(draft => draft.Number is not null && draft.Title.Length > 0).Select(draft => (draft.Kind, draft.Number!.Code)).ToHashSet();
        foreach (var mention in siblings.Where(draft => draft is { Title.Length: 0, Number: not null, Children.Count: 0 } && titled.Contains((draft.Kind, draft.Number.Code))).ToList())
        {
            foreach (var line in mention.Lines) line.Announce();
            siblings.Remove(mention);
        }
    }

    private static int Weight(Draft draft) => draft.All.Sum(each => 1 + each.Text.Count + each.Change.Count);
}
