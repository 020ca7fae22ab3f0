namespace Vridlo.Documents.Recognising;

internal enum PartSort { Root, Heading, Item, Text }

/// <summary>A block with what stands beneath it, before anything is said about kinds.</summary>
internal sealed class Part(PartSort sort, Block? block)
{
    public PartSort Sort { get; } = sort;

    /// <summary>The block itself; only the root has none.</summary>
    public Block Block => block!;

    public Part? Parent { get; private set; }

    public List<Part> Parts { get; } = [];

    /// <summary>A short lonely line that may be a heading although nothing but its shortness says so.</summary>
    public bool MayHead { get; init; }

    /// <summary>The look of a heading; headings that look alike are likely of one kind.</summary>
    public Look? Look { get; init; }

    /// <summary>Storeys over a measure, once judged.</summary>
    public int? Height { get; set; }

    public bool IsRoot => Sort is PartSort.Root;

    public Meaning Meaning => IsRoot || Sort is not PartSort.Heading ? Meaning.None : Block.Meaning;

    public Kind Named => IsRoot || Sort is not PartSort.Heading ? Kind.None : Block.Named;

    public IEnumerable<Part> Headings => Parts.Where(part => part.Sort is PartSort.Heading);

    public IEnumerable<Part> Items => Parts.Where(part => part.Sort is PartSort.Item);

    public IEnumerable<Part> Below => Parts.SelectMany(part => part.Below.Prepend(part));

    public void Add(Part part)
    {
        part.Parent = this;
        Parts.Add(part);
    }
}

/// <summary>What a heading looks like: its level, size, weight, capitals and the shape of its number.</summary>
internal sealed record Look(int? Level, double Size, bool Bold, bool Caps, string Numbered, bool Plain, double Left);
