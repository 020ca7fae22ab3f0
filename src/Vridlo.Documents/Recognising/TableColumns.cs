using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>What the columns of a table hold, told by its head row.</summary>
internal sealed record TableColumns(IReadOnlyDictionary<int, Kind> Kinds, int? Code, IReadOnlyDictionary<int, string> Heads, int Width)
{
    private static readonly Kind[] Order = [Kind.Goal, Kind.Area, Kind.Objective, Kind.Measure];

    /// <summary>The columns, if this is a head row: a kind of node in one column and something beside it.</summary>
    public static TableColumns? Of(TableRow row, TableRow? next = null)
    {
        if (next is not null && Under(row, next) is { } whole) return whole;
        if (row.Cells.Count < 2 || row.Cells.Any(cell => cell.Sum(block => block.Text.Length) > 60)) return null;
        var heads = row.Columns.ToDictionary(cell => cell.Key, cell => Cleaning.Fold(row.Text(cell.Key)));
        var kinds = heads.Select(head => (head.Key, Kind: KindOf(head.Value))).Where(head => head.Kind is not Kind.None).ToList();
        var code = heads.Where(head => Vocabulary.All.Is("column code", head.Value)).Select(head => (int?)head.Key).FirstOrDefault();
        if (kinds.Count == 0 && code is not null)
            kinds = [.. heads.Where(head => Vocabulary.All.Is("column title", head.Value) && head.Value.Contains(' ', StringComparison.Ordinal)).Take(1).Select(head => (head.Key, Kind.Measure))];
        if (kinds.Count == 0 || kinds.Count == 1 && code is null && !heads.Any(head => head.Key != kinds[0].Key && IsKnown(head.Value))) return null;
        if ((kinds.Count == 1 && kinds[0].Kind is not Kind.Activity || kinds.All(each => each.Kind is Kind.Measure or Kind.Goal)) && heads.Values.Any(head => Vocabulary.All.Is("column indicator", head))) return null;
        if (kinds.Select(each => each.Kind).Distinct().Count() < kinds.Count) return null;
        return new(kinds.ToDictionary(each => each.Key, each => each.Kind), code, heads.ToDictionary(head => head.Key, head => row.Text(head.Key)), row.Width);
    }

    /// <summary>A head of two rows: a spanning cell names the kind, the cells under it say which holds code and title.</summary>
    private static TableColumns? Under(TableRow row, TableRow next)
    {
        var wide = row.Blocks.Where(block => block.Cell!.Span > 1 && KindOf(Cleaning.Fold(block.Text)) is not Kind.None).ToList();
        if (wide.Count == 0 || !next.Blocks.All(block => block.Text.Length <= 30) || next.Blocks.Count(block => IsName(Cleaning.Fold(block.Text))) * 2 < next.Blocks.Count) return null;
        var names = row.Columns.ToDictionary(cell => cell.Key, cell => row.Text(cell.Key));
        foreach (var block in wide)
            foreach (var under in next.Blocks.Where(each => each.Cell!.Column >= block.Cell!.Column && each.Cell.Column < block.Cell.Column + block.Cell.Span))
                names[under.Cell!.Column] = Vocabulary.All.Is("column title", Cleaning.Fold(under.Text)) ? block.Text : under.Text;
        var kinds = names.Select(name => (name.Key, Kind: KindOf(Cleaning.Fold(name.Value)))).Where(name => name.Kind is not Kind.None).ToList();
        var code = names.Where(name => Vocabulary.All.Is("column code", Cleaning.Fold(name.Value))).Select(name => (int?)name.Key).FirstOrDefault();
        return kinds.Select(each => each.Kind).Distinct().Count() < kinds.Count ? null
            : new(kinds.ToDictionary(each => each.Key, each => each.Kind), code, names, row.Width) { HeadRows = 2 };
    }

    /// <summary>How many rows the head takes.</summary>
    public int HeadRows { get; init; } = 1;

    /// <summary>Whether such a head names a column of a table of measures.</summary>
    public static bool IsName(string head) => KindOf(head) is not Kind.None || IsKnown(head);

    /// <summary>Whether such a head names a kind of node.</summary>
    public static bool IsKind(string head) => KindOf(head) is not Kind.None;

    private static bool IsKnown(string head) => Vocabulary.All.MeaningOf(head) is Meaning.Attribute || Vocabulary.All.Is("column code", head) || Vocabulary.All.Is("column title", head);

    private static Kind KindOf(string head) => Vocabulary.All.MeaningOf(head) switch
    {
        Meaning.Goals => Kind.Goal,
        Meaning.Areas => Kind.Area,
        Meaning.Objectives => Kind.Objective,
        Meaning.Measures => Kind.Measure,
        Meaning.Activities => Kind.Activity,
        _ => Vocabulary.All.KindOf(head) is Kind.GoalOrObjective ? Kind.Objective : Vocabulary.All.KindOf(head),
    };

    public IEnumerable<Block> Read(List<TableRow> rows, int headRows = 0)
    {
        var open = new Dictionary<Kind, string>();
        return rows.SelectMany((row, at) => at < headRows || IsHead(row) ? row.Blocks.Select(block => block.Like(PartSort.Text, furniture: "table-head")) : ReadRow(row, open)).ToList();
    }

    private bool IsHead(TableRow row) => row.Columns.All(cell => Heads.TryGetValue(cell.Key, out var head) && Cleaning.Fold(head) == Cleaning.Fold(row.Text(cell.Key)));

    private IEnumerable<Block> ReadRow(TableRow row, Dictionary<Kind, string> open)
    {
        if (row.Cells.Count == 1 && (row.Blocks[0].Cell!.Span > 1 || !Kinds.ContainsKey(row.Blocks[0].Cell!.Column) && row.Blocks[0].Cell!.Column != Code))
        {
            foreach (var block in row.Blocks) yield return block.Named is Kind.None ? block.Like(PartSort.Text) : block;
            yield break;
        }

        var coded = Order.Where(kind => Kinds.Values.Contains(kind)).Cast<Kind?>().LastOrDefault(kind => ColumnOf(kind!.Value) is { } column && row.Columns[column].Any()) ?? Kind.Activity;
        var code = Code is { } at ? row.Columns[at].ToList() : [];
        foreach (var kind in Order)
        {
            if (ColumnOf(kind) is not { } column || !row.Columns[column].Any()) continue;
            var text = row.Text(column);
            if (open.GetValueOrDefault(kind) == text && kind != coded) { foreach (var block in row.Columns[column]) yield return block.Like(PartSort.Text, furniture: "table-repeat"); continue; }
            open[kind] = text;
            yield return Head([.. row.Columns[column]], kind, kind == coded ? code : []);
            if (kind == coded) code = [];
        }

        foreach (var block in code) yield return block.Like(PartSort.Text);
        foreach (var block in Kinds.Where(each => each.Value is Kind.Activity).SelectMany(each => Listed([.. row.Columns[each.Key]]))) yield return block;
        foreach (var cell in row.Columns.Where(cell => !Kinds.ContainsKey(cell.Key) && cell.Key != Code).OrderBy(cell => cell.Key))
            foreach (var block in cell) yield return block.Like(PartSort.Text, Heads.TryGetValue(cell.Key, out var head) ? head + ": " + block.Text : block.Text);
    }

    /// <summary>The activities of a cell: its paragraphs, or the members of a list with semicolons.</summary>
    public static IEnumerable<Block> Listed(List<Block> cell) =>
        cell is [{ IsItem: false } single] && Enumerations.Split(single.Text) is { Guess: false, Members: { Count: > 1 } members }
            ? members.Select(member => single.Like(PartSort.Item, member))
            : cell.Select(block => block.Like(PartSort.Item));

    private int? ColumnOf(Kind kind) => Kinds.Where(each => each.Value == kind).Select(each => (int?)each.Key).FirstOrDefault();

    /// <summary>A cell as the heading of a node, with the code from its own column.</summary>
    public static Block Head(List<Block> cell, Kind kind, List<Block> code)
    {
        var text = string.Join(' ', cell.Select(block => block.Text));
        var written = code.Count > 0 ? Signs.Of(code[0].Text + " X", null).Number ?? Numbering.Parse(code[0].Text, afterWord: true)?.Number : cell[0].Number;
        return new()
        {
            Lines = [.. code.SelectMany(block => block.Lines), .. cell.SelectMany(block => block.Lines)],
            Text = text, Rest = code.Count == 0 && cell[0].Number is not null ? cell[0].Rest + text[cell[0].Text.Length..] : cell[0].Named is Kind.None ? text : cell[0].Rest,
            Number = written, Named = kind, As = PartSort.Heading,
        };
    }
}
