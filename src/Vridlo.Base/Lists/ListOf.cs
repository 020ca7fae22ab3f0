
namespace Vridlo.Base.Lists;

/// <summary>
/// A list as it is declared once; the page, its paging and the files CSV, XLSX and JSON are all made from the same declaration
/// and show the same rows.
/// </summary>
/// <typeparam name="TRow">a row: a projection of exactly what is shown</typeparam>
public sealed class ListOf<TRow>
{
    /// <summary>Name of downloaded files without ending, such as <c>programmes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What tells rows with the same value apart; must be unique in the list and never null.</summary>
    public required SortKey<TRow> Id { get; init; }

    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<Column<TRow>> Columns { get; init; }

    /// <summary>What the list can be narrowed by.</summary>
    public IReadOnlyList<Filter<TRow>> Filters { get; init; } = [];

    /// <summary>The order when the reader asks for none: key of a sortable column, with <c>-</c> in front for descending.</summary>
    public required string Order { get; init; }

    /// <summary>Rows on a page when the reader asks for no other number.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>What identifies a row, as it stands in addresses.</summary>
    public string Token(TRow row) => SortValue.Write(Id.Of(row)!);

    /// <summary>The identity that stands in an address, or null when it is none.</summary>
    public object? IdOf(string token) => SortValue.Read(Id.Type, token);

    /// <summary>The columns that a page shows.</summary>
    /// <param name="keys">keys of the columns that were chosen; null for the usual ones</param>
    public IReadOnlyList<Column<TRow>> Shown(IReadOnlyList<string>? keys) => [.. Columns.Where(c => keys?.Contains(c.Key) ?? !c.FilesOnly)];

    /// <summary>The same list with these columns only, for files.</summary>
    /// <param name="keys">keys of the columns that were chosen; null for all there are</param>
    public ListOf<TRow> With(IReadOnlyList<string>? keys) => keys is null ? this : new()
    {
        Name = Name, Id = Id, Columns = Shown(keys), Filters = Filters, Order = Order, PageSize = PageSize,
    };

    /// <summary>The sortable column that an order such as <c>-title</c> names, or null when there is none.</summary>
    public (Column<TRow> Column, bool Descending)? Sorting(string order)
    {
        var descending = order.StartsWith('-');
        var key = descending ? order[1..] : order;
        return Columns.FirstOrDefault(c => c.Sort is not null && c.Key == key) is { } column ? (column, descending) : null;
    }
}

/// <summary>A column of a list.</summary>
/// <param name="Key">its name for machines: camelCase, English, never renamed</param>
/// <param name="TextKey">key of its heading</param>
/// <param name="Value">what stands in it: a text, <see cref="Localized"/>, whole number, date, moment, truth value or a member of an enumeration</param>
public sealed record Column<TRow>(string Key, string TextKey, Func<TRow, object?> Value)
{
    /// <summary>What the rows are sorted by when this column is chosen; null when they cannot be.</summary>
    public SortKey<TRow>? Sort { get; init; }

    /// <summary>
    /// Prefix of the text keys of the values, for stable words and for members of enumerations that are called something else here than everywhere (<see cref="WordsAttribute"/>): <c>prefix.word</c>. Empty
    /// when the values are text keys themselves.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>The Czech address that the cell leads to, or null.</summary>
    public Func<TRow, string?>? Link { get; init; }

    /// <summary>Whether it holds figures, which are aligned right.</summary>
    public bool Figures { get; init; }

    /// <summary>Whether only files have it, so that the page stays readable.</summary>
    public bool FilesOnly { get; init; }
}

/// <summary>Words that stand for values.</summary>
public static class ListWords
{
    /// <summary>The text key of a member of an enumeration or of a stable word, or null when the value is neither.</summary>
    public static string? Key(string words, object? value) => value switch
    {
        Enum member => WordsAttribute.Key(words, member.ToString()),
        string { Length: > 0 } word => words.Length == 0 ? word : words + "." + word,
        _ => null,
    };
}

/// <summary>What a list can be narrowed by.</summary>
/// <param name="Key">name of the parameter in the address: camelCase, English</param>
/// <param name="TextKey">key of its label</param>
/// <param name="Apply">the narrowed rows; null when the value means nothing</param>
public sealed record Filter<TRow>(string Key, string TextKey, Func<IQueryable<TRow>, string, IQueryable<TRow>?> Apply)
{
    /// <summary>The values to choose from; empty when any text may be typed.</summary>
    public IReadOnlyList<FilterChoice> Choices { get; init; } = [];

    /// <summary>What a value is called that narrows too although it is not among the choices; null when it has no name.</summary>
    public Func<string, Localized?>? Name { get; init; }

    /// <summary>The choices, and the value that the rows are narrowed by where it is none of them: so it is shown, and kept when another filter is set.</summary>
    public IReadOnlyList<FilterChoice> Offered(string? given)
    {
        if (given is not { Length: > 0 } || Choices.Count == 0 || Choices.Any(c => c.Value == given))
        {
            return Choices;
        }

        // Words are read whatever their case.
        var same = Choices.FirstOrDefault(c => string.Equals(c.Value, given, StringComparison.OrdinalIgnoreCase));
        return [.. Choices, same is null ? new(given, "", Name?.Invoke(given) ?? new Localized(given)) : same with { Value = given }];
    }
}

/// <summary>A value to narrow a list by.</summary>
/// <param name="Value">as it stands in the address</param>
/// <param name="TextKey">key of its text, unless it has a <paramref name="Text"/> of its own</param>
/// <param name="Text">its text, for values that come from data</param>
public sealed record FilterChoice(string Value, string TextKey, Localized? Text = null)
{
    /// <summary>The members of an enumeration that has words, in their order.</summary>
    public static IReadOnlyList<FilterChoice> Of<TWord>()
        where TWord : struct, Enum => [.. Enum.GetValues<TWord>().Select(m => new FilterChoice(WordsAttribute.Name(m.ToString()), WordsAttribute.Key(m)))];
}
