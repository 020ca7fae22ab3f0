using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Gives every part its kind, from the top down, and grows the tree.</summary>
internal sealed class Recogniser(Part root, IReadOnlyList<RunningTitle> runningTitles, List<Doubt> doubts)
{
    private readonly Tree tree = new();
    private readonly Titles known = new(root);
    private readonly bool hasAreas = root.Below.Any(part => part.Named is Kind.Area || part.Meaning is Meaning.None && Heights.Of(part) >= 2);
    private readonly bool hasMeasures = root.Below.Any(part => part.Named is Kind.Measure || part.Meaning is Meaning.Measures);

    /// <summary>Where the areas say that they are areas, no other heading is one.</summary>
    private readonly bool namesAreas = root.Below.Count(part => part is { Named: Kind.Area, Block.Number: not null }) >= 2;

    private readonly int areaLevel = root.Below.Where(part => part is { Named: Kind.Area, Block.Number: not null }).Select(part => part.Look!.Level ?? 0).DefaultIfEmpty(0).Max();

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

    private void Label(Part part)
    {
        if (part.Meaning is not Meaning.Attribute) Mark(part, "label");
        switch (part.Meaning)
        {
            case Meaning.Vision: Vision(part); break;
            case Meaning.Goals: Under(part, null, Kind.Goal); break;
            case Meaning.Areas: Under(part, null, Kind.Area); break;
            case Meaning.Objectives: Under(part, tree.Area, tree.Area is null && !Heights.IsStrategic(part) && !part.Below.Any(Heights.IsStrategic) ? Kind.Goal : Kind.Objective); break;
            // "What we want to achieve" with a list, before areas that name themselves, says what the whole programme wants.
            case Meaning.Change when namesAreas && tree.Area is null && part.Items.Any() && tree.Tops.TrueForAll(top => top.Kind is not Kind.Area): Under(part, null, Kind.Goal); break;
            case Meaning.Change: Change(part); break;
            case Meaning.Measures: Measures(part); break;
            case Meaning.Activities: Walk(part, tree.Measure is not null ? Kind.Activity : tree.Area is not null && !hasMeasures ? Kind.Measure : Kind.None); break;
            case Meaning.Achievements: new Achievements(tree, known, doubts).Read(part); tree.Close(); break;
            case Meaning.Strand: tree.Close(); Walk(part, Kind.None); break;
            default: WithAttribute(part); break;
        }
    }

    private void Under(Part part, Draft? node, Kind expected)
    {
        if (node is null) tree.Close();
        else tree.BackTo(node);
        Walk(part, expected);
    }

    private void Vision(Part part)
    {
        var texts = part.Parts.Where(each => each.Sort is not PartSort.Heading).ToList();
        if (texts.Count > 0)
        {
            var all = texts.SelectMany(each => each.Below.Prepend(each)).ToList();
            // What stands behind a statement in quotation marks explains it.
            var quoted = all.FindIndex(each => Quotations.Is(each.Block));
            var stated = quoted < 0 ? all : [all[quoted]];
            var draft = tree.Open(new(Kind.Vision, Quotations.Bare(string.Join(' ', stated.Select(each => each.Block.Text))), null));
            draft.Text.AddRange(all.Except(stated).Select(each => each.Block.Text));
            foreach (var text in all) draft.Take(text.Block);
            tree.Close();
        }

        foreach (var heading in part.Headings) Heading(heading, Kind.None);
    }

    /// <summary>The wanted change of the open area; where that has its measures already, a new area without a title begins.</summary>
    private void Change(Part part)
    {
        if (tree.Area is null || tree.Area is { Change.Count: > 0 } or { Children.Count: > 0 } && IsTopLabel(part)) OpenUntitled(part);
        var node = tree.Objective is { Children.Count: 0, Change.Count: 0 } objective ? objective : tree.Area!;
        tree.BackTo(node);
        node.Lines.AddRange(part.Block.Lines.Where(_ => node.Title.Length == 0 && node.Lines.Count == 0));
        foreach (var text in part.Parts.Where(each => each.Sort is not PartSort.Heading).SelectMany(each => each.Below.Prepend(each)))
        {
            node.Change.Add(text.Block.Text);
            node.Take(text.Block);
        }

        foreach (var heading in part.Headings) Heading(heading, Kind.Measure);
    }

    /// <summary>"Handlungsziel: …" once and without a number in an area says what is wanted there; it is no level of the tree.</summary>
    private bool IsAimOfArea(Part part) =>
        part is { Named: Kind.Objective or Kind.GoalOrObjective, Block.Number: null } && tree.Area is { } area && part.Parent is { } above && kinds.GetValueOrDefault(above) is Kind.Area
        && area.Children.Count == 0 && above.Headings.Count(peer => peer.Named is Kind.Objective or Kind.GoalOrObjective) == 1;

    private void Aim(Part part)
    {
        var area = tree.Area!;
        area.Change.Add(part.Block.Rest);
        area.Take(part.Block);
        Walk(part, Kind.Measure);
        tree.BackTo(area);
    }

    /// <summary>"Cíl: Bezpečné ulice." as a sentence right under the heading of an area.</summary>
    private bool StatesAim(Part part)
    {
        if (part.Block is not { Named: Kind.GoalOrObjective or Kind.Objective or Kind.Goal, Number: null, As: null } || tree.Current is not { Kind: Kind.Area, Children.Count: 0 } area) return false;
        area.Change.Add(part.Block.Rest);
        area.Take(part.Block);
        return true;
    }

    private static bool IsTopLabel(Part part) => part.Parent!.IsRoot || part.Parent.Named is Kind.None;

    private void OpenUntitled(Part part) => tree.Open(new(Kind.Area, "", null)).Lines.AddRange(part.Block.Lines);

    private void Measures(Part part)
    {
        if (tree.Area is { Children.Count: > 0 } && tree.Objective is null && part.Parent!.Named is Kind.None && part.Parent.Meaning is not Meaning.None) OpenUntitled(part);
        tree.BackTo(tree.Objective ?? tree.Area);
        Walk(part, Kind.Measure);
    }

    private Kind Resolve(Part part) => part.Named switch
    {
        Kind.GoalOrObjective or Kind.Goal when PeerOf(part) is { } peer => kinds[peer],
        Kind.GoalOrObjective => tree.Area is not null || part.Block.Number is { Path.Count: > 1 } ? Kind.Objective : HoldsTree(part) ? Kind.Area : Kind.Goal,
        Kind.Goal when part.Block.Number is { Path.Count: > 1 } && tree.Area is not null => Kind.Objective,
        Kind.Goal when HoldsTree(part) => Kind.Area,
        Kind.Activity when part.Parent!.Headings.Any(peer => peer.Named is Kind.Activity && kinds.GetValueOrDefault(peer) is Kind.Measure) => Kind.Measure,
        Kind.Activity when tree.Area is not null && tree.Measure is null && part.Items.Any() => Kind.Measure,
        Kind.Activity when !hasMeasures && (part.Parts.Count > 0 || tree.Measure is null) => Kind.Measure,
        var kind => kind,
    };

    /// <summary>The heading beside it that has the same kind word and a number of the same series.</summary>
    private Part? PeerOf(Part part) => part.Parent!.Headings.FirstOrDefault(peer => peer != part && peer.Named == part.Named && kinds.ContainsKey(peer)
        && part.Block.Number is { } number && peer.Block.Number?.SeriesKey == number.SeriesKey);

    private static bool HoldsTree(Part part) => part.Below.Any(each => each.Named is Kind.Measure or Kind.Objective || each.Meaning is Meaning.Measures);

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

    private static bool HoldsArea(Part part) => part.Below.Any(each => each.Named is Kind.Area || each.Meaning is Meaning.Areas);

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

    private void Item(Part part, Kind expected)
    {
        if (part.Block.Bullet is null && part.Block.Number is null)
        {
            if (Inline(part)) return;
            // "Zdroje: MMR" set in like the list before it says something about the measure.
            if (part.Block.Describes) { Plain(part); return; }
        }

        if (expected is Kind.Area or Kind.Measure && known.Heads(part)) Mark(part, "overview");
        else if (expected is Kind.None or Kind.Heading || expected is Kind.Activity && tree.Measure is null) { Plain(part); return; }
        else
        {
            if (expected is Kind.Goal) tree.Close();
            var title = part.Block.Number is not null ? part.Block.Rest : part.Block.Text;
            var draft = tree.Open(new(expected, Title(title), part.Block.Number));
            draft.Take(part.Block);
        }

        var beneath = expected switch { Kind.Area or Kind.Objective => Kind.Measure, Kind.Measure => Kind.Activity, _ => Kind.None };
        Walk(part, beneath);
        if (expected is Kind.Activity) tree.BackTo(tree.Measure);
        if (expected is Kind.Goal) tree.Close();
    }

    /// <summary>A paragraph is text of the open node, unless a label says that such paragraphs are nodes themselves.</summary>
    private void Text(Part part, Kind expected)
    {
        if (Inline(part) || StatesAim(part)) return;
        if (part.Block.Describes && expected is not Kind.Goal) { Plain(part); return; }
        if (expected is Kind.Activity && tree.Measure is not null && ListsInOneText(part)) { Listed(part, part.Block.Text); return; }
        var label = part.Parent is { IsRoot: false, Sort: PartSort.Heading } parent && parent.Meaning is not Meaning.None;
        label |= expected is Kind.Activity && part.Parent is { } measure && kinds.GetValueOrDefault(measure) is Kind.Measure && measure.Parts.TrueForAll(IsTerse);
        if (expected is Kind.Goal && Quotations.Is(part.Block) && tree.Tops.All(top => top.Kind is not Kind.Vision))
        {
            tree.Open(new(Kind.Vision, Quotations.Bare(part.Block.Text), null)).Take(part.Block);
            tree.Close();
        }
        else if (label && expected is Kind.Measure or Kind.Goal or Kind.Activity or Kind.Area or Kind.Objective && label && Enumerates(part, expected))
        {
            var draft = tree.Open(new(expected, Title(part.Block.Number is null ? part.Block.Text : part.Block.Rest), part.Block.Number));
            draft.Take(part.Block);
            if (expected is Kind.Activity) tree.BackTo(tree.Measure);
            if (expected is Kind.Goal) tree.Close();
        }
        else if (IsBareMeasure(part))
        {
            tree.Open(new(Kind.Measure, Title(part.Block.Text), null)).Take(part.Block);
            doubts.Add(new("documents.doubt.level", Span.Of(part.Block.Lines), part.Block.Text));
        }
        else Plain(part);
    }

    /// <summary>A lonely short line behind the activities of a measure whose heading is as plain: a measure without activities.</summary>
    private bool IsBareMeasure(Part part) =>
        part.MayHead && part.Parent is { IsRoot: false, Look.Plain: true, Named: Kind.None } measure && kinds.GetValueOrDefault(measure) is Kind.Measure
        && measure.Items.Any() && measure.Parts.SkipWhile(each => each != part).All(each => each.MayHead)
        && measure.Parent!.Headings.Count(peer => peer.Look!.Plain && kinds.GetValueOrDefault(peer) is Kind.Measure) >= 2;

    /// <summary>"Vize: …", "Cílový stav: …", "Aktivity: a; b": the label stands in the paragraph itself.</summary>
    private bool Inline(Part part)
    {
        if (InlineLabel.Of(part.Block.Text) is not { } label) return false;
        var (meaning, said) = label;
        switch (meaning)
        {
            case Meaning.Vision when tree.Area is null && tree.Tops.All(top => top.Kind is not Kind.Vision):
                tree.Open(new(Kind.Vision, said, null)).Take(part.Block);
                tree.Close();
                return true;
            case Meaning.Change when tree.Current is { Kind: Kind.Area or Kind.Objective } node:
                node.Change.Add(said);
                node.Take(part.Block);
                return true;
            case Meaning.Activities when tree.Measure is { } measure:
                Listed(part, said);
                tree.BackTo(measure);
                return true;
            default: return false;
        }
    }

    /// <summary>The activities that one paragraph lists behind or under their label.</summary>
    private void Listed(Part part, string said)
    {
        var (members, guess) = Enumerations.Split(said);
        if (guess) doubts.Add(new("documents.doubt.commas", Span.Of(part.Block.Lines), said, members.Count));
        foreach (var member in members)
        {
            tree.Open(new(Kind.Activity, Title(member.TrimEnd('.')), null)).Take(part.Block);
            tree.BackTo(tree.Measure);
        }
    }

    private static bool ListsInOneText(Part part) =>
        part.Parent is { Meaning: Meaning.Activities } label && label.Parts.Count(each => each.Sort is not PartSort.Heading && !each.Block.Describes) == 1
        && Enumerations.Split(part.Block.Text).Members.Count > 1;

    /// <summary>A short text that is no sentence: a measure of nothing but such texts lists its activities without marks.</summary>
    private static bool IsTerse(Part part) =>
        part.Sort is PartSort.Text && part.Block is { EndsSentence: false, EndsWithColon: false, Cell: null } && part.Block.Text.Length <= 160 && !part.Block.Text.Contains(": ", StringComparison.Ordinal);

    private static bool Enumerates(Part part, Kind expected)
    {
        var siblings = expected is Kind.Goal ? [.. part.Parent!.Parts.TakeWhile(each => each.Sort is not PartSort.Heading)] : part.Parent!.Parts;
        if (part.Block.EndsWithColon) return false;
        if (part.Block.Number is not null) return true;
        if (expected is Kind.Goal && part.Parent!.Headings.Any(heading => heading.Block.Number is not null)) return false;
        if (expected is Kind.Measure && siblings.Any(each => each.Sort is PartSort.Heading)) return part.MayHead;
        return siblings.All(each => each.Sort is PartSort.Text) && (part.Block.Text.Length <= 220 || expected is Kind.Goal);
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
