namespace Vridlo.Base.Lists;

/// <summary>
/// Something that can be done to many rows of a list in one act (hromadná akce). It is first shown what would change and what is refused
/// and why; then it is done to all that are not refused, or, when anything has changed meanwhile, to none.
/// </summary>
/// <typeparam name="TRow">a row of the list</typeparam>
/// <param name="Key">its name in addresses: English, never renamed</param>
/// <param name="TextKey">key of its text</param>
/// <param name="Judge">says of each row, in their order, what would change; reads only</param>
/// <param name="Do">does it to these rows in one commit</param>
public sealed record BulkAction<TRow>(
    string Key,
    string TextKey,
    Func<IServiceProvider, BulkAsked<TRow>, CancellationToken, Task<IReadOnlyList<BulkLine<TRow>>>> Judge,
    Func<IServiceProvider, BulkAsked<TRow>, CancellationToken, Task<Result<int>>> Do)
{
    /// <summary>The most rows that are changed in one act.</summary>
    public const int Most = 1000;

    /// <summary>What has to be chosen beside the rows, such as a role: values with the keys of their texts; empty when nothing has.</summary>
    public IReadOnlyList<(string Value, string TextKey)> Choices { get; init; } = [];

    /// <summary>Keys of what is to be said of a choice before it is made, by its value.</summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    /// <summary>Key of the column that the preview shows beside the name: what it changes, as it is now, or what the rows are told apart by; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>What of a row must be as it was shown when it is done; null when that is what stands beside it.</summary>
    public Func<TRow, string>? Seen { get; init; }

    /// <summary>Key of the label of the reason where one must be given; null where nobody has to say why.</summary>
    public string? WhyKey { get; init; }

    /// <summary>Most characters of the reason.</summary>
    public int WhyLongest { get; init; } = WhyTyped.Longest;

    /// <summary>The choice of this name, however its letters are written; null when there is none.</summary>
    public string? Chosen(string name) => Choices.Select(c => c.Value).FirstOrDefault(v => string.Equals(v, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with the reason, or null.</summary>
    public Problem? WhyRefused(string why) =>
        WhyKey is not null && string.IsNullOrWhiteSpace(why) ? Problem.Invalid("ui.why.missing", "why")
        : why.Length > WhyLongest ? Problem.Invalid("ui.why.wrong", "why", WhyLongest)
        : null;
}

/// <summary>A bulk action and the rows that it is asked for.</summary>
/// <param name="List">the list</param>
/// <param name="Action">what is to be done</param>
/// <param name="Rows">the chosen rows, in the order of the list; one more than <see cref="BulkAction{TRow}.Most"/> at most</param>
public sealed record BulkChosen<TRow>(ListOf<TRow> List, BulkAction<TRow> Action, IReadOnlyList<TRow> Rows);

/// <summary>What is asked of a bulk action.</summary>
/// <param name="Rows">the rows it is asked for</param>
/// <param name="Choice">what was chosen beside them, or empty</param>
/// <param name="Why">the reason, in the words of whoever acts</param>
public sealed record BulkAsked<TRow>(IReadOnlyList<TRow> Rows, string Choice, string Why);

/// <summary>What a bulk action would do to one row.</summary>
/// <param name="Row">the row</param>
/// <param name="Refused">why nothing would happen to it, or null</param>
public sealed record BulkLine<TRow>(TRow Row, Problem? Refused);
