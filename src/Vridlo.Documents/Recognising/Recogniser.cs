using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Gives every part its kind, from the top down, and grows the tree.</summary>
internal sealed partial class Recogniser(Part root, IReadOnlyList<RunningTitle> runningTitles, List<Doubt> doubts)
{
    private readonly Tree tree = new();
    private readonly Titles known = new(root);
    private readonly bool hasAreas = root.Below.Any(part => part.Named is Kind.Area || part.Meaning is Meaning.None && Heights.Of(part) >= 2);
    private readonly bool hasMeasures = root.Below.Any(part => part.Named is Kind.Measure || part.Meaning is Meaning.Measures);

    /// <summary>Where the areas say that they are areas, no other heading is one.</summary>
    private readonly bool namesAreas = root.Below.Count(NamesArea) >= 2;

    private readonly int areaLevel = root.Below.Where(NamesArea).Select(part => part.Look!.Level ?? 0).DefaultIfEmpty(0).Max();

    public List<Draft> Grow()
    {
        Walk(root, Kind.None);
        Overviews.Merge(tree.Tops);
        new RunningTitles(runningTitles, doubts).Give(tree.Tops);
        return tree.Tops;
    }

    /// <summary>Walks what stands beneath a part.</summary>
    /// <param name="part">a heading or the root</param>
    /// <param name="expected">the kind that unnamed headings and items beneath it have, or none</param>
    private void Walk(Part part, Kind expected)
    {
        foreach (var child in part.Parts)
        {
            if (child.Block.Furniture is { } furniture) { Mark(child, furniture); continue; }
            switch (child.Sort)
            {
                case PartSort.Heading: Heading(child, expected); break;
                case PartSort.Item: Item(child, expected); break;
                default: Text(child, expected); break;
            }
        }
    }

    private void Heading(Part part, Kind expected)
    {
        if (Heights.IsExcluded(part) && !(expected is Kind.Measure or Kind.Objective && !part.Parts.Any(each => each.Sort is PartSort.Text)))
        {
            if (tree.Area is null || part.Look!.Level is not null || part.Parent!.IsRoot || expected is Kind.None) LeaveOut(part, "chapter");
            else WithAttribute(part);
            return;
        }

        if (IsAimOfArea(part)) Aim(part);
        else if (part.Named is not Kind.None) Node(part, Resolve(part));
        else if (part.Meaning is Meaning.None or Meaning.Chapter) Unnamed(part, expected);
        else Label(part);
    }

    private Kind Resolve(Part part) => part.Named switch
    {
        Kind.GoalOrObjective or Kind.Goal when PeerOf(part) is { } peer => kinds[peer],
        Kind.GoalOrObjective => tree.Area is not null || part.Block.Number is { Path.Count: > 1 } ? Kind.Objective : HoldsTree(part) ? Kind.Area : Kind.Goal,
        Kind.Goal when part.Block.Number is { Path.Count: > 1 } && tree.Area is not null => Kind.Objective,
        Kind.Goal when HoldsTree(part) => Kind.Area,
        // A column "Goal" says no more than that; under the label of the goals its rows are such.
        Kind.Objective when part.Parent!.Meaning is Meaning.Goals && tree.Area is null && !HoldsTree(part) => Kind.Goal,
        Kind.Activity when part.Parent!.Headings.Any(peer => peer.Named is Kind.Activity && kinds.GetValueOrDefault(peer) is Kind.Measure) => Kind.Measure,
        Kind.Activity when tree.Area is not null && tree.Measure is null && part.Items.Any() => Kind.Measure,
        Kind.Activity when !hasMeasures && (part.Parts.Count > 0 || tree.Measure is null) => Kind.Measure,
        var kind => kind,
    };

    /// <summary>The heading beside it that has the same kind word and a number of the same series.</summary>
    private Part? PeerOf(Part part) => part.Parent!.Headings.FirstOrDefault(peer => peer != part && peer.Named == part.Named && kinds.ContainsKey(peer)
        && part.Block.Number is { } number && peer.Block.Number?.SeriesKey == number.SeriesKey);

    private static bool HoldsTree(Part part) => part.Below.Any(each => each.Named is Kind.Measure or Kind.Objective || each.Meaning is Meaning.Measures
        || each is { Named: Kind.Goal or Kind.GoalOrObjective or Kind.Activity, Block.Number.Path.Count: > 1 });

    /// <summary>"Priorita 1", or "Strategický cíl 1" over measures.</summary>
    private static bool NamesArea(Part part) =>
        part is { Named: Kind.Area, Block.Number: not null } || part is { Named: Kind.Goal or Kind.GoalOrObjective, Block.Number.Path.Count: 1 } && HoldsTree(part);

    /// <summary>A heading that says no kind gets the one its place or the storeys beneath it speak for.</summary>
    private void Unnamed(Part part, Kind expected)
    {
        var height = Heights.Of(part);
        var kind = expected is not Kind.None && (height < 2 || expected is Kind.Area or Kind.Objective) ? expected : ByHeight(part, height);
        if (expected is Kind.Area && namesAreas && !part.Below.Any(Heights.IsStrategic))
        {
            LeaveOut(part, "heading");
            return;
        }

        if (kind is Kind.Activity && part.Block.EndsWithColon || kind is Kind.Goal && part.Parent!.Headings.Any(peer => peer.Named is Kind.Goal or Kind.GoalOrObjective))
        {
            WithText(part, Kind.Activity);
            return;
        }

        if (kind is not Kind.None) Node(part, kind);
        else if (height > 0 || part.Below.Any(Heights.IsStrategic) || part.Parts.Exists(StatesVision)) Transparent(part);
        else if (part.Parent!.IsRoot || tree.Current is null) LeaveOut(part, "heading");
        else WithText(part, Kind.None);
    }

    private static bool StatesVision(Part part) => part.Sort is PartSort.Text && InlineLabel.Of(part.Block.Text) is { Meaning: Meaning.Vision };

    private Kind ByHeight(Part part, int height)
    {
        if (part.Block.Number is null && NumberedPeers(part) && !HasAbove(part, Kind.Area)) return Kind.None;
        if (namesAreas && part.Look!.Level is { } level && level <= areaLevel) return Kind.None;
        var inArea = HasAbove(part, Kind.Area);
        switch (height)
        {
            case >= 3: return inArea ? Kind.Objective : namesAreas ? Kind.None : HasPeers(part, 2) || HoldsNamed(part, Kind.Objective) ? HoldsArea(part) ? Kind.None : Kind.Area : Kind.None;
            case 2: return inArea ? Kind.Objective : namesAreas ? Kind.None : Kind.Area;
            case 1: return inArea ? tree.Measure is null || Alike(part, Kind.Measure) ? Kind.Measure : Kind.Activity : tree.Area is not null && tree.Measure is null ? Kind.Measure : !hasAreas && HasPeers(part, 1) ? Kind.Area : Kind.None;
            default: return inArea && part.Parent!.Headings.Any(peer => peer.Look == part.Look && Heights.Of(peer) == 1) ? Kind.Measure : Kind.None;
        }
    }

    /// <summary>Whether the areas beside it are counted: then one without a number is none of them.</summary>
    private static bool NumberedPeers(Part part) =>
        part.Look!.Level is { } level && part.Parent!.Headings.Count(peer => peer.Look!.Level == level && peer.Block.Number is { Firm: true, Path.Count: 1 } && Heights.Of(peer) >= 2) >= 2;

    private bool HasAbove(Part part, Kind kind)
    {
        for (var above = part.Parent; above is not null; above = above.Parent)
            if (kinds.GetValueOrDefault(above) == kind) return true;
        return false;
    }

    private bool Alike(Part part, Kind kind) => part.Parent is { } parent && kinds.TryGetValue(parent, out var own) && own < kind;

    private readonly Dictionary<Part, Kind> kinds = [];

    private static bool HasPeers(Part part, int height) =>
        part.Parent!.Headings.Count(peer => peer.Look! with { Left = 0 } == part.Look! with { Left = 0 } && Heights.Of(peer) >= height) >= 2;

    private static bool HoldsNamed(Part part, Kind kind) => part.Below.Any(each => each.Named == kind);

    private static bool HoldsArea(Part part) => part.Below.Any(each => each.Named is Kind.Area || each.Meaning is Meaning.Areas || NamesArea(each));

    private void Transparent(Part part)
    {
        Mark(part, "part");
        tree.Close();
        Walk(part, Kind.None);
    }

    private void Node(Part part, Kind kind)
    {
        var title = part.Block.Number is not null || part.Named is not Kind.None ? part.Block.Rest : part.Block.Text;
        var draft = tree.Open(new(kind, Title(title), part.Block.Number));
        kinds[part] = kind;
        draft.Take(part.Block);
        Walk(part, kind switch
        {
            Kind.Area when part.Headings.Any(heading => heading.Meaning is Meaning.Measures or Meaning.Objectives || Heights.Of(heading) > 0) => Kind.None,
            Kind.Objective when part.Headings.Any(heading => heading.Meaning is Meaning.Measures || Heights.Of(heading) > 0) => Kind.None,
            Kind.Area or Kind.Objective => Kind.Measure,
            Kind.Measure => Kind.Activity,
            _ => Kind.None,
        });
    }

    /// <summary>A title without the signs, and the "and" behind a sign, by which a list goes on.</summary>
    public static string Title(string text)
    {
        var last = text.LastIndexOf(' ');
        var goesOn = last > 1 && text[last - 1] is (';' or ',') && Vocabulary.All.Is("suspended", Cleaning.Fold(text[(last + 1)..]));
        return Quotations.Bare((goesOn ? text[..last] : text).TrimEnd(' ', ':', ';', ',', '–').Trim());
    }

    private void WithAttribute(Part part) => WithText(part, Kind.None);

    private void WithText(Part part, Kind expected)
    {
        Plain(part, deep: false);
        var node = tree.Current;
        Walk(part, expected);
        tree.BackTo(node);
    }

    private void Plain(Part part, bool deep = true)
    {
        if (tree.Current is { } node)
        {
            node.Text.Add(part.Block.Bullet is null ? part.Block.Text : "– " + part.Block.Text);
            node.Take(part.Block);
        }

        if (deep) Walk(part, Kind.None);
    }

    private static void Mark(Part part, string what)
    {
        foreach (var line in part.Block.Lines) line.Use(LineUse.Furniture, what);
    }

    private void LeaveOut(Part part, string why)
    {
        tree.Close();
        foreach (var line in part.Below.Prepend(part).SelectMany(each => each.Block.Lines)) line.Use(LineUse.Unplaced, why);
    }
}
