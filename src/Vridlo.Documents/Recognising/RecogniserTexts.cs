using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Items and paragraphs: nodes, or text of the node they stand in.</summary>
internal sealed partial class Recogniser
{
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
            var behind = expected is Kind.Measure && part.Items.Any() ? Behind(part.Block) : 0;
            var draft = tree.Open(new(expected, Title(behind > 0 ? title[..^behind].TrimEnd('.') : title), part.Block.Number));
            if (behind > 0) draft.Text.Add(title[^behind..].TrimStart(' ', '–', '—', ':'));
            draft.Take(part.Block);
        }

        var beneath = expected switch { Kind.Area or Kind.Objective => Kind.Measure, Kind.Measure => Kind.Activity, _ => Kind.None };
        Walk(part, beneath);
        if (expected is Kind.Activity) tree.BackTo(tree.Measure);
        if (expected is Kind.Goal) tree.Close();
    }

    /// <summary>How much of the text stands behind a title in bold.</summary>
    private static int Behind(Block block) =>
        block.First.Lead is { } lead && block.Text.StartsWith(lead, StringComparison.Ordinal) && block.Text.Length - lead.Length is var behind && behind < block.Rest.Length ? behind : 0;

    /// <summary>A paragraph is text of the open node, unless a label says that such paragraphs are nodes themselves.</summary>
    private void Text(Part part, Kind expected)
    {
        if (Inline(part) || StatesAim(part)) return;
        if (part.Block.Describes && expected is not Kind.Goal) { Plain(part); return; }
        if (expected is Kind.Activity && tree.Measure is not null && ListsInOneText(part)) { Listed(part, part.Block.Text); return; }
        var label = part.Parent is { IsRoot: false, Sort: PartSort.Heading } parent && parent.Meaning is not Meaning.None;
        label |= expected is Kind.Activity && part.Parent is { } measure && kinds.GetValueOrDefault(measure) is Kind.Measure && measure.Parts.TrueForAll(IsTerse);
        if (expected is Kind.Goal && (Quotations.Is(part.Block) || OpensVision(part)) && tree.Tops.All(top => top.Kind is not Kind.Vision))
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

    /// <summary>"Vision and goals": the first text states the vision where the goals stand apart from it in a list.</summary>
    private static bool OpensVision(Part part) =>
        part.Parent is { IsRoot: false } chapter && chapter.Parts[0] == part && part.Block is { Number: null, EndsWithColon: false }
        && Vocabulary.All.MeaningOf(Cleaning.Fold(chapter.Block.Rest.Split(' ')[0])) is Meaning.Vision
        && chapter.Below.Any(each => each.Sort is PartSort.Item || each.Block.Number is not null);

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
}
