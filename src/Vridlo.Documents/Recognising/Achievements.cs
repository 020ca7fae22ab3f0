namespace Vridlo.Documents.Recognising;

/// <summary>The chapter of what has been achieved: headings of fields, and achievements beneath them.</summary>
internal sealed class Achievements(Tree tree, Titles known, List<Doubt> doubts)
{
    public void Read(Part chapter)
    {
        tree.Close();
        Rows(chapter);
        var texts = chapter.Parts.Where(part => part.Sort is PartSort.Text && part.Block.Cell is null).ToList();
        var hasItems = chapter.Below.Any(part => part.Sort is PartSort.Item);
        foreach (var part in chapter.Parts)
        {
            switch (part.Sort)
            {
                case PartSort.Heading when part.Meaning is Meaning.Chapter or Meaning.Attribute && !part.Items.Any(): LeaveOut(part); break;
                case PartSort.Heading: Field(part); break;
                case PartSort.Item: Achievement(part); break;
                case PartSort.Text when part.Block.Cell is not null: break;
                default:
                    if (Heads(part, texts)) Open(Kind.Heading, part);
                    else if (!hasItems && !part.Block.EndsWithColon) Achievement(part);
                    break;
            }
        }
    }

    /// <summary>A chapter that only looks like a field because nothing in its print says otherwise.</summary>
    private void LeaveOut(Part part)
    {
        tree.Close();
        foreach (var line in part.Below.Prepend(part).SelectMany(each => each.Block.Lines)) line.Use(LineUse.Unplaced, "chapter");
    }

    private void Field(Part heading)
    {
        var single = heading.Parts.Count == 0;
        Open(single ? Kind.Achievement : Kind.Heading, heading);
        var hasItems = heading.Items.Any();
        Rows(heading);
        foreach (var part in heading.Parts.Where(part => part.Sort is PartSort.Item || !hasItems && part.Block.Cell is null)) Achievement(part);
    }

    /// <summary>A table of what was achieved: a row each, its longest cell says what; a first row of short names is the head.</summary>
    private void Rows(Part under)
    {
        foreach (var table in under.Parts.Where(part => part.Sort is PartSort.Text && part.Block.Cell is not null).GroupBy(part => part.Block.Cell!.Table).ToList())
        {
            var rows = table.GroupBy(part => part.Block.Cell!.Row).OrderBy(row => row.Key).Select(row => row.ToList()).ToList();
            if (rows.Count < 2 || rows.TrueForAll(row => row.Count < 2)) continue;
            foreach (var line in rows[0].SelectMany(part => part.Block.Lines)) line.Use(LineUse.Furniture, "table-head");
            foreach (var row in rows.Skip(1)) Row(row);
        }
    }

    private void Row(List<Part> row)
    {
        var said = row.MaxBy(part => part.Block.Text.Count(char.IsLetter))!;
        Open(Kind.Achievement, said);
        foreach (var part in row.Where(part => part != said))
        {
            tree.Current!.Text.Add(part.Block.Text);
            tree.Current.Take(part.Block);
        }
    }

    private void Achievement(Part part)
    {
        Open(Kind.Achievement, part);
        foreach (var below in part.Below)
        {
            tree.Current!.Text.Add(below.Block.Text);
            tree.Current.Take(below.Block);
        }
    }

    private void Open(Kind kind, Part part) =>
        tree.Open(new(kind, Recogniser.Title(part.Block.Number is null ? part.Block.Text : part.Block.Rest), null)).Take(part.Block);

    /// <summary>A short line that stands tight on the next, or that is the name of an area, is the name of a field.</summary>
    private bool Heads(Part part, List<Part> texts)
    {
        if (!part.Block.LooksLikeHeading || part.Block.Text.Length > 80) return false;
        var at = texts.IndexOf(part);
        var (before, after) = (at > 0 ? texts[at - 1] : null, at + 1 < texts.Count ? texts[at + 1] : null);
        if (after is null) return false;
        var opens = before is null || !before.Block.Tight;
        if (opens && part.Block.Tight) return true;
        if (!opens || before is not null) return known.Heads(part) && part.Block.Text.Length <= 60;
        doubts.Add(new("documents.doubt.level", Span.Of(part.Block.Lines), part.Block.Text));
        return texts.Skip(1).Any(text => text.Block.Tight);
    }
}
