using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>A table that describes one thing: labels on the left, what they stand for on the right.</summary>
internal static class TableCard
{
    public static bool IsLabel(TableRow row) => Sign(row) is { } sign && (sign.Meaning is not Meaning.None || sign.Named is not Kind.None || WordOf(row) is not Kind.None);

    /// <summary>Whether the row says what the card is about: a kind word, or the label of activities or change.</summary>
    public static bool Announces(TableRow row) =>
        Sign(row) is { } sign && (sign.Named is not Kind.None || WordOf(row) is not Kind.None || sign.Meaning is Meaning.Activities or Meaning.Change or Meaning.Measures);

    public static IEnumerable<Block> Read(TableRow row)
    {
        if (row.Cells.Count == 1) return row.Blocks[0].Cell!.Column == 0 ? row.Blocks : row.Blocks.Select(block => block.IsItem ? block : block.Like(PartSort.Text));
        var (label, value) = (row.Cells[0][0], row.Cells.Skip(1).SelectMany(cell => cell).ToList());
        var sign = Sign(row)!;
        var kind = sign.Named is not Kind.None ? sign.Named : WordOf(row);
        if (kind is not Kind.None) return sign.Rest.Length > 0 && sign.Named is not Kind.None
            ? row.Blocks.Select((block, at) => at == 0 || block.IsItem ? block : block.Like(PartSort.Text))
            : [Titled(label, value, kind, sign.Number)];
        return label.Meaning switch
        {
            Meaning.Activities => TableColumns.Listed(value).Prepend(label.Like(PartSort.Heading)),
            Meaning.Measures => value.Select(block => block.Like(PartSort.Item)).Prepend(label.Like(PartSort.Heading)),
            Meaning.Change => value.Select(block => block.Like(PartSort.Text)).Prepend(label.Like(PartSort.Heading)),
            _ => value.Select((block, at) => block.Like(PartSort.Text, at == 0 ? label.Text.TrimEnd(':') + ": " + block.Text : block.Text, also: at == 0 ? label : null)),
        };
    }

    private static Block Titled(Block label, List<Block> value, Kind kind, Numbering? number)
    {
        var head = TableColumns.Head(value, kind, []);
        return new()
        {
            Lines = [.. label.Lines, .. head.Lines], Text = head.Text, Rest = head.Number is null ? head.Text : head.Rest, Number = number ?? head.Number, Named = kind, As = PartSort.Heading,
        };
    }

    private static Signs? Sign(TableRow row) => row.Cells.Count < 2 ? null : Signs.Of(row.Cells[0][0].Text, null);

    private static Kind WordOf(TableRow row) => Vocabulary.All.KindOf(Cleaning.Fold(row.Cells[0][0].Text));
}
