namespace Vridlo.Documents.Recognising;

/// <summary>What labels announce: vision, goals, the wanted change, measures.</summary>
internal sealed partial class Recogniser
{
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
}
