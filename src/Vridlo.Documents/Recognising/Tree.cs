namespace Vridlo.Documents.Recognising;

/// <summary>The tree under construction: which node of each kind is open, and where a new one goes.</summary>
internal sealed class Tree
{
    private static readonly Kind[] Chain = [Kind.Area, Kind.Objective, Kind.Measure, Kind.Activity];
    private readonly Dictionary<Kind, Draft> open = [];

    public List<Draft> Tops { get; } = [];

    /// <summary>The node that text goes to: the last opened, or null between chapters.</summary>
    public Draft? Current { get; private set; }

    public Draft? Area => open.GetValueOrDefault(Kind.Area);

    public Draft? Objective => open.GetValueOrDefault(Kind.Objective);

    public Draft? Measure => open.GetValueOrDefault(Kind.Measure);

    public Draft Open(Draft draft)
    {
        var level = Array.IndexOf(Chain, draft.Kind);
        if (level < 0)
        {
            if (draft.Kind is Kind.Achievement && open.GetValueOrDefault(Kind.Heading) is { } heading) heading.Add(draft);
            else
            {
                Close();
                Tops.Add(draft);
            }
        }
        else
        {
            foreach (var kind in Chain[level..]) open.Remove(kind);
            var parent = Chain[..level].Reverse().Select(kind => open.GetValueOrDefault(kind)).FirstOrDefault(above => above is not null);
            if (parent is null) Tops.Add(draft);
            else parent.Add(draft);
        }

        open[draft.Kind] = draft;
        return Current = draft;
    }

    /// <summary>Goes back up to a node: its children are closed and text goes to it.</summary>
    public void BackTo(Draft? draft)
    {
        Current = draft;
        if (draft is null) return;
        var level = Array.IndexOf(Chain, draft.Kind);
        if (level < 0) return;
        foreach (var kind in Chain[(level + 1)..]) open.Remove(kind);
    }

    /// <summary>Nothing is open any more.</summary>
    public void Close()
    {
        open.Clear();
        Current = null;
    }
}
