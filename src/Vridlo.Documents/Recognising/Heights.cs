namespace Vridlo.Documents.Recognising;

/// <summary>Judges headings that say no kind by what stands beneath them: how many storeys over a measure they are.</summary>
internal static class Heights
{
    /// <summary>0 holds nothing of a tree, 1 is like a measure, 2 holds such, 3 holds holders, and so on.</summary>
    public static int Of(Part part) => part.Height ??= Judge(part);

    private static int Judge(Part part)
    {
        if (part.Sort is not PartSort.Heading || IsExcluded(part)) return 0;
        var own = part.Named switch
        {
            Kind.Measure => 1,
            Kind.Objective => 2,
            Kind.Area => 3,
            _ => 0,
        };
        if (own > 0) return own;
        if (part.Meaning is Meaning.Achievements or Meaning.Attribute or Meaning.Change) return 0;
        var labels = part.Headings.Select(Label).DefaultIfEmpty(0).Max();
        var beneath = part.Headings.Where(heading => heading.Meaning is not (Meaning.Measures or Meaning.Activities or Meaning.Objectives or Meaning.Areas)).Select(Of).DefaultIfEmpty(0).Max();
        if (Math.Max(labels, beneath + (beneath > 0 ? 1 : 0)) is > 0 and var height) return height;
        if (part.Meaning is Meaning.Vision or Meaning.Goals) return 0;
        if (part.Parts.Any(each => each.Meaning is Meaning.Change)) return 2;
        if (part.Items.Any(item => item.Items.Any()) && part.Named is Kind.None) return 2;
        return part.Items.Any() || ListsByNumber(part) ? 1 : 0;
    }

    /// <summary>"1.2.1 …", "1.2.2 …" with nothing beneath them are a list whose marks are numbers.</summary>
    private static bool ListsByNumber(Part part) =>
        part.Block.Number is { Path.Count: > 1 } number && part.Headings.Any()
        && part.Headings.All(each => each is { Parts.Count: 0, Named: Kind.None, Meaning: Meaning.None } && each.Block.Number?.Within(number) == true);

    /// <summary>What a label among the children says about the height of the heading above it.</summary>
    private static int Label(Part label) => label.Parts.Count == 0 ? 0 : label.Meaning switch
    {
        Meaning.Activities => 1,
        Meaning.Measures => 2,
        Meaning.Objectives => 3,
        Meaning.Areas => 4,
        _ => 0,
    };

    /// <summary>A chapter of foreword, analysis or management: unless the tree itself stands in it.</summary>
    public static bool IsExcluded(Part part) => part.Meaning is Meaning.Chapter && !part.Below.Any(IsStrategic);

    public static bool IsStrategic(Part part) =>
        part.Sort is PartSort.Heading && (part.Named is Kind.Area or Kind.Objective or Kind.Measure && part.Block.Number is not null
            || part.Meaning is Meaning.Measures or Meaning.Areas or Meaning.Change or Meaning.Vision);
}
