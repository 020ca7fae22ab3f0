using System.Globalization;

namespace Vridlo.Documents.Recognising;

/// <summary>Gives every node its code: the document's own number where it fits, else one by order.</summary>
internal sealed class Coding(List<Doubt> doubts)
{
    private readonly HashSet<string> used = [];
    private bool runThrough;

    /// <summary>Whether such numbers are no other node's, so that they are codes as they stand.</summary>
    private bool ownNumbers;
    private int headings;
    private int achievements;

    public void Give(List<Draft> tops)
    {
        TellRunning([.. tops.SelectMany(top => top.All)]);
        int areas = 0, goals = 0;
        var nodes = tops.Where(top => top.Kind is Kind.Area or Kind.Objective or Kind.Measure).Select((top, at) => top.Number?.Code ?? Text(at + 1)).ToHashSet();
        var alike = tops.Any(top => top.Kind is Kind.Goal && top.Number is not null && nodes.Contains(top.Number.Code));
        // Goals often count 1, 2, 3 as the areas do; then the areas keep their numbers and the goals get letters.
        foreach (var top in tops.OrderBy(top => top.Kind is Kind.Goal))
        {
            var order = top.Kind switch
            {
                Kind.Vision => "V",
                Kind.Goal => nodes.Contains("A") ? "G" + Text(++goals) : ((char)('A' + goals++ % 26)).ToString(),
                Kind.Heading => "UH" + Text(++headings),
                Kind.Achievement => "U" + Text(++achievements),
                _ => Text(++areas),
            };
            top.Code = alike && top.Kind is Kind.Goal ? Free(order) : Own(top, null, order);
            Beneath(top);
        }
    }

    /// <summary>Measures may be counted on through all areas; their numbers are codes where no other node's code begins with them.</summary>
    private void TellRunning(List<Draft> all)
    {
        var measures = all.FindAll(draft => draft is { Kind: Kind.Measure, Number.Path.Count: 1 });
        runThrough = measures.Select(measure => measure.Number!.Prefix).Distinct().Count() == 1 && RunThrough(measures);
        var counted = measures.FindAll(measure => measure.Number!.Prefix.Length == 0);
        var areas = 0;
        var above = all.FindAll(draft => draft.Kind is Kind.Goal or Kind.Area or Kind.Objective).ConvertAll(draft => draft.Number?.Code ?? (draft.Kind is Kind.Area ? Text(++areas) : ""));
        ownNumbers = runThrough && counted.Count > 0 && !above.Select(code => code.Split('.')[0]).Intersect(counted.Select(measure => measure.Number!.Code)).Any();
    }

    /// <summary>Whether the measures are counted on from area to area: then a number that is not the order within its area is no slip.</summary>
    private static bool RunThrough(List<Draft> measures) =>
        measures.Select(measure => measure.Parent).Distinct().Count() > 1 && measures.Zip(measures.Skip(1)).All(pair => pair.Second.Number!.Last == pair.First.Number!.Last + 1);

    private void Beneath(Draft parent)
    {
        var count = 0;
        // Print in columns may set 1.2 beside 1.1; there the numbers tell the order, not the reading down a column.
        if (parent.Children.Count > 1 && parent.Children.TrueForAll(child => child.Number is not null && child.Lines.TrueForAll(line => line.Parted)))
            parent.Children.Sort((a, b) => a.Number!.Last.CompareTo(b.Number!.Last));
        foreach (var child in parent.Children)
        {
            count++;
            child.Code = child.Kind is Kind.Achievement ? Free("U" + Text(++achievements)) : Own(child, parent, parent.Code + "." + Text(count));
            Beneath(child);
        }
    }

    private string Own(Draft draft, Draft? parent, string byOrder)
    {
        if (draft.OwnCode is null && draft.Number is null or { Path.Count: 1 } && draft.Kind is Kind.Activity || draft.OwnCode is null && draft.Number is null || draft.Kind is Kind.Heading or Kind.Achievement) return Free(byOrder);
        var own = draft.OwnCode ?? draft.Number!.Code;
        if (draft.OwnCode is null && parent is not null && draft.Number is { Shape: NumberShape.Mixed, Path.Count: > 1 } mixed && mixed.Joined.StartsWith(parent.Code + ".", StringComparison.Ordinal)) own = mixed.Joined;
        if (draft.OwnCode is null && parent?.Number is { Shape: NumberShape.Roman } roman && draft.Number is { Shape: NumberShape.Mixed } counted && counted.Within(roman)) own = parent.Code + "." + counted.Joined;
        if (parent is not null && !own.StartsWith(parent.Code + ".", StringComparison.Ordinal))
        {
            if (ownNumbers && draft.Kind is Kind.Measure && draft.Number is { Path.Count: 1, Prefix: "" }) own = draft.Number.Code;
            else if (draft.Number is { Path.Count: 1, Prefix: "" } single) own = parent.Code + "." + Text(single.Last);
            else if (draft.Number is { } number && !Fits(number, parent) && !(runThrough && draft.Kind is Kind.Measure))
                doubts.Add(new("documents.doubt.number-parent", Span.Of(draft.Lines), own, parent.Code));
        }

        if (used.Contains(own) && draft.Kind is Kind.Goal) return Free(byOrder);
        if (used.Contains(own))
        {
            doubts.Add(new("documents.doubt.number-repeated", Span.Of(draft.Lines), own));
            return Free(byOrder);
        }

        if (own != byOrder && !(runThrough && draft.Kind is Kind.Measure) && draft.Number?.Shape is not (NumberShape.Mixed or NumberShape.Upper) && parent?.Code + "." + Text(draft.Number?.Last ?? 0) == own
            && byOrder != own && parent?.Children.IndexOf(draft) + 1 != draft.Number?.Last)
            doubts.Add(new("documents.doubt.number-order", Span.Of(draft.Lines), own, byOrder));
        used.Add(own);
        return own;
    }

    /// <summary>A measure 1.1 under an objective 1.1, or 2.3 under area 2 across its objectives, is numbered by its area.</summary>
    private static bool Fits(Numbering number, Draft parent)
    {
        for (var above = parent; above is not null; above = above.Parent)
            if (above.Number is { } high && number.Within(high) || number.Code.StartsWith(above.Code + ".", StringComparison.Ordinal)) return true;
        return false;
    }

    private string Free(string wanted)
    {
        var code = wanted;
        for (var n = 2; !used.Add(code); n++) code = wanted + "-" + Text(n);
        return code;
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
