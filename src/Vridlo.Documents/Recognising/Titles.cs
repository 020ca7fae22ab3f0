using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>The titles of all headings, for telling a list that only announces them, or an achievement's field.</summary>
internal sealed class Titles
{
    private readonly Dictionary<string, Part> headings = [];

    public Titles(Part root)
    {
        foreach (var part in root.Below.Where(part => part.Sort is PartSort.Heading && part.Parts.Count > 0)) headings.TryAdd(Key(part), part);
    }

    /// <summary>Whether a heading elsewhere bears the text of this item: then the item only announces it.</summary>
    public bool Heads(Part item) => headings.TryGetValue(Key(item), out var heading) && heading != item;

    private static string Key(Part part) => Cleaning.Fold(part.Block.Rest.Length > 0 ? part.Block.Rest : part.Block.Text);
}
