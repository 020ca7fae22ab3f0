using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>A node while the tree grows; it becomes an <see cref="OutlineNode"/> when codes are given.</summary>
internal sealed class Draft(Kind kind, string title, Numbering? number)
{
    public Kind Kind { get; set; } = kind;

    public string Title { get; set; } = title;

    public Numbering? Number { get; } = number;

    /// <summary>Code written in the document in a column of its own, or null.</summary>
    public string? OwnCode { get; init; }

    public string Code { get; set; } = "";

    public List<string> Change { get; } = [];

    public List<string> Text { get; } = [];

    public List<Line> Lines { get; } = [];

    public List<Draft> Children { get; } = [];

    public Draft? Parent { get; private set; }

    public IEnumerable<Draft> All => Children.SelectMany(child => child.All).Prepend(this);

    public IEnumerable<Line> AllLines => All.SelectMany(draft => draft.Lines);

    public void Add(Draft child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>Takes a block as this node's own; lines that an earlier node has taken are shared with it.</summary>
    public void Take(Block block)
    {
        var free = block.Lines.Where(line => line.Free).ToList();
        foreach (var line in free) line.Use(LineUse.Node, "");
        Lines.AddRange(free.Count > 0 || Lines.Count > 0 ? free : block.Lines);
    }
}
